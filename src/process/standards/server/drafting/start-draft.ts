import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { EDITION_FORMAT } from '../../domain/index.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { type Content, insertDraft } from './draft-record.ts';
import type { ReadIndustryRules } from './industry-rules.ts';
import { publishedEdition } from './terms.queries.ts';

/** What a document takes over from an edition that is in force, so that it agrees with the scheme from the start. */
const FRAME = ['unitsPerPoint', 'scale', 'digits', 'compare', 'classes'] as const;

const emptyContent = async (reader: Reader, cityId: number, industry: string, title: string): Promise<Content> => {
  const model = await reader.row<{ content: Content }>(sql`
    select e.content from edition_terms t join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
    where t.city_id = ${cityId} and t.retired_at is null
    order by t.industry = ${industry} desc, t.in_force_from desc, t.edition_hash limit 1`);
  const plain = { unitsPerPoint: 2, scale: 100, digits: 1, compare: 'printed', classes: [] };
  const frame = Object.fromEntries(FRAME.map((name) => [name, model?.content[name] ?? plain[name]]));
  return { format: EDITION_FORMAT, title, industry, ...frame, elements: [], items: [], gates: [] };
};

/** Begins a draft: a copy of a published edition, or an empty one. */
export const startDraft = (rules: ReadIndustryRules) =>
  command(draftingContract.startDraft, {
    name: 'standards.start-draft',
    run: async (tx, { body }, context) => {
      const { cityId } = context.actor;
      const { names } = await rules(tx, cityId);
      const copied = body.from === 'edition' ? await publishedEdition(tx, cityId, body.editionHash) : undefined;
      if (body.from === 'edition' && !copied) return refuse('input.noSuchRecord', 404);
      const industry = copied?.industry ?? (body.from === 'nothing' ? body.industry : '');
      if (!names.has(industry)) return refuse('drafting.industryUnknown', 409, { industry }, 'final');
      const title = copied?.title ?? (body.from === 'nothing' ? body.title : '');
      const content = copied?.content ?? (await emptyContent(tx, cityId, industry, title));
      const basedOn = body.from === 'edition' ? body.editionHash : null;
      const draftId = await insertDraft(tx, context, { industry, title, content, basedOn });
      return ok({
        done: { draftId, version: 1 },
        subject: { type: 'edition-draft', id: draftId },
        record: { industry, title, basedOn, ...(basedOn === null ? { content } : {}) },
      });
    },
  });
