import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { parseEdition } from '../../domain/index.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { editionHash } from '../edition-hash.ts';
import { draftById, lockOpenDraft, titleOf } from './draft-record.ts';
import { changesBetween } from './figures.ts';
import { draftFaults, type IndustryRules, type ReadIndustryRules } from './industry-rules.ts';
import { outdated, publicationObstacle } from './publication-obstacle.ts';
import { lockInForce, publishedEdition } from './terms.queries.ts';

interface Examined {
  /** Of the content that was examined; another one is not published on its account. */
  readonly version: number;
  /** Null while there are faults. */
  readonly hash: string | null;
  readonly faults: ReturnType<typeof draftFaults>;
  readonly rules: IndustryRules;
}

/** The hash of a document that can be published; null if it does not read. */
export const hashOfContent = (content: unknown): string | null => {
  const parsed = parseEdition(content);
  return parsed.ok ? editionHash(parsed.value) : null;
};

/** Puts a draft in force for its industry and retires the edition before it, by a second person. */
export const publishDraft = (readRules: ReadIndustryRules) =>
  command(draftingContract.publishDraft, {
    name: 'standards.publish-draft',
    constraints: {
      // Another draft of the industry, or this very document, was quicker.
      edition_terms_one_in_force: refuse('platform.stale', 409).error,
      editions_pkey: refuse('platform.stale', 409).error,
    },
    prepare: async ({ params }, { actor }, read): Promise<Result<Examined, Fault>> => {
      const [draft, rules] = await read(async (reader) => [
        await draftById(reader, actor.cityId, params.draftId),
        await readRules(reader, actor.cityId),
      ]);
      if (!draft) return refuse('input.noSuchRecord', 404);
      const faults = draftFaults(draft.content, draft.industry, rules);
      return ok({
        version: draft.version,
        hash: faults.length === 0 ? hashOfContent(draft.content) : null,
        faults,
        rules,
      });
    },
    run: async (tx, { params, body }, context, examined) => {
      const { actor, now } = context;
      const { cityId } = actor;
      const locked = await lockOpenDraft(tx, cityId, params.draftId, body.baseVersion);
      if (!locked.ok) return locked;
      const draft = locked.value;
      if (draft.version !== examined.version) return refuse('platform.stale', 409);
      const obstacle = await publicationObstacle(tx, context, draft, examined.hash, examined.rules);
      if (!obstacle.ok) return obstacle;
      const { hash } = examined;
      if (hash === null) return issues(examined.faults);
      const former = await lockInForce(tx, cityId, draft.industry);
      const behind = body.acceptsNewer ? undefined : await outdated(tx, cityId, draft, former);
      if (behind) return { ok: false, error: behind };
      const title = titleOf(draft.content, draft.title);
      if (body.confirmation !== title) return refuse('drafting.notConfirmed', 409, { expected: title }, 'final');
      const before = former ? await publishedEdition(tx, cityId, former.hash) : undefined;
      await tx.run(sql`insert into editions (city_id, edition_hash, industry, title, content, published_at)
        values (${cityId}, ${hash}, ${draft.industry}, ${title}, ${json(draft.content)}, ${now})`);
      if (former)
        await tx.run(sql`update edition_terms set retired_at = ${now}, retired_by_name = '', replaced_by = ${hash}
          where city_id = ${cityId} and edition_hash = ${former.hash}`);
      await tx.run(sql`insert into edition_terms (city_id, edition_hash, industry, in_force_from, published_by, published_by_name)
        values (${cityId}, ${hash}, ${draft.industry}, ${now}, ${actor.accountId}, ${actor.name})`);
      tx.later(sql`update edition_drafts set state = 'published', published_hash = ${hash}
        where city_id = ${cityId} and draft_id = ${draft.draftId}`);
      const record = { industry: draft.industry, title, hash, draftId: draft.draftId, version: draft.version };
      return ok({
        done: { hash, retired: former?.hash ?? null },
        subject: { type: 'edition-draft', id: draft.draftId },
        record: { ...record, changes: before ? changesBetween(before.content, draft.content) : null },
        further: former
          ? [
              {
                command: 'standards.retire-edition',
                done: null,
                subject: { type: 'edition', id: former.hash },
                record: { industry: draft.industry, title: former.title, replacedBy: hash },
              },
            ]
          : [],
      });
    },
  });
