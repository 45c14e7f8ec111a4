import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { draftingContract } from '../../drafting.contract.ts';

/** Takes an edition out of force; until a new one is published no campaign can take the industry up. */
export const retireEdition = command(draftingContract.retireEdition, {
  name: 'standards.retire-edition',
  run: async (tx, { params, body }, { actor, now }) => {
    const { cityId } = actor;
    const term = await tx.row<{ industry: string; title: string; retired: boolean }>(sql`
      select t.industry, e.title, t.retired_at is not null as retired
      from edition_terms t join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
      where t.city_id = ${cityId} and t.edition_hash = ${params.editionHash} for update of t`);
    if (!term) return refuse('input.noSuchRecord', 404);
    if (term.retired) return refuse('drafting.retiredAlready', 409, undefined, 'final');
    if (body.confirmation !== term.title.trim())
      return refuse('drafting.notConfirmed', 409, { expected: term.title }, 'final');
    tx.later(sql`update edition_terms set retired_at = ${now}, retired_by_name = ${actor.name}
      where city_id = ${cityId} and edition_hash = ${params.editionHash}`);
    return ok({
      done: { hash: params.editionHash },
      subject: { type: 'edition', id: params.editionHash },
      record: { industry: term.industry, title: term.title, reason: body.reason },
    });
  },
});
