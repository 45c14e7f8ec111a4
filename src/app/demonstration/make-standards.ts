import { sql } from '#platform/db/sql.ts';
import { industryRules } from '#process/campaign/server/industry-rules.ts';
import { addComment, recordLetter } from '#process/standards/server/consultation/add-comment.ts';
import { addRemark, answerRemark } from '#process/standards/server/consultation/remark.ts';
import { ruleOnComment } from '#process/standards/server/consultation/rule-on-comment.ts';
import { sendOut } from '#process/standards/server/consultation/send-out.ts';
import { publishDraft } from '#process/standards/server/drafting/publish-draft.ts';
import { saveDraft } from '#process/standards/server/drafting/save-draft.ts';
import { startDraft } from '#process/standards/server/drafting/start-draft.ts';
import { type People, personOf } from './accounts.ts';
import { coalMine } from './data/standards/coal-mine.ts';
import { type Edit, edited } from './data/standards/edits.ts';
import { fireworks } from './data/standards/fireworks.ts';
import { machinery } from './data/standards/machinery.ts';
import { metallurgy } from './data/standards/metallurgy.ts';
import { opencastMine } from './data/standards/opencast-mine.ts';
import type { Moment, PlannedComment, PlannedDraft } from './data/standards/plan.ts';
import { remarks } from './data/standards/remarks.ts';
import { at } from './days.ts';
import type { Speakers } from './speakers.ts';
import type { Steps } from './steps.ts';

type Content = Readonly<Record<string, unknown>>;

interface Making {
  readonly steps: Steps;
  readonly people: People;
  readonly speakers: Speakers;
}

const bare = { params: undefined, query: undefined };
const when = ([day, hour]: Moment): Date => at(day, hour);
const save = saveDraft(industryRules);
const start = startDraft(industryRules);
const publish = publishDraft(industryRules);

/** By whom it was published, which must be another person than its editors. */
const HEAD = 'lingdao1';

interface Edition {
  readonly hash: string;
  readonly content: Content;
}

/** The editions with which the city was founded, by industry. */
const foundingEditions = async ({ read, city }: Steps): Promise<ReadonlyMap<string, Edition>> => {
  const rows = await read((reader) =>
    reader.rows<Edition & { industry: string }>(sql`
      select e.industry, e.edition_hash as hash, e.content from editions e
      where e.city_id = ${city.cityId} and not exists (
        select 1 from edition_terms t where t.city_id = e.city_id and t.replaced_by = e.edition_hash)`),
  );
  return new Map(rows.map(({ industry, ...edition }) => [industry, edition]));
};

const comment = async (making: Making, key: string, consultationId: string, industry: string, said: PlannedComment) => {
  const { steps, people, speakers } = making;
  const office = personOf(people, 'zonghe1');
  const input = { params: { consultationId }, query: undefined };
  const text = { itemId: said.item, comment: said.text };
  const { by, answer } = said;
  const author = 'letter' in by ? undefined : speakers.of(by, industry);
  if (!author && !('letter' in by)) return;
  const { commentId } =
    'letter' in by
      ? await steps.step(
          key,
          office,
          recordLetter,
          { ...input, body: { ...text, authorName: by.letter, authorOf: by.of } },
          when(said.at),
        )
      : await steps.step(key, author!, addComment, { ...input, body: text }, when(said.at));
  if (!answer) return;
  const ruling = { before: null, ruling: answer.outcome, reason: answer.reason };
  await steps.step(
    `${key}/ruling`,
    office,
    ruleOnComment,
    { params: { commentId }, query: undefined, body: ruling },
    when(answer.at),
  );
};

/** Writes one draft, asks about it, answers and publishes it, as far as it is meant to get. */
const makeDraft = async (making: Making, base: Edition, draft: PlannedDraft): Promise<void> => {
  const { steps, people } = making;
  const { industry, consultation, after, published } = draft;
  const key = `standard/${industry}`;
  const editor = personOf(people, draft.by);
  const copy = { ...bare, body: { from: 'edition' as const, editionHash: base.hash } };
  const { draftId, version: first } = await steps.step(`${key}/start`, editor, start, copy, when(draft.begun));
  const params = { draftId };
  let [content, version] = [base.content, first];
  const write = async (name: string, edits: readonly Edit[], moment: Moment, by = draft.by): Promise<void> => {
    content = edited(content, edits);
    const body = { content, baseVersion: version };
    const input = { params, query: undefined, body };
    ({ version } = await steps.step(`${key}/${name}`, personOf(people, by), save, input, when(moment)));
  };
  for (const [index, one] of draft.saves.entries()) await write(`save-${index}`, one.edits, one.at, one.by);
  if (consultation) {
    const { workingDays, note } = consultation;
    const body = { baseVersion: version, addressees: [...consultation.addressees], workingDays, note };
    const { consultationId } = await steps.step(
      `${key}/consultation`,
      editor,
      sendOut,
      { params, query: undefined, body },
      when(consultation.at),
    );
    for (const [index, said] of consultation.comments.entries())
      await comment(making, `${key}/comment-${index}`, consultationId, industry, said);
  }
  if (after) await write('after', after.edits, after.at);
  if (!published) return;
  const body = { baseVersion: version, confirmation: String(content.title), acceptsNewer: false };
  await steps.step(
    `${key}/publish`,
    personOf(people, HEAD),
    publish,
    { params, query: undefined, body },
    when(published),
  );
};

const makeRemarks = async (
  { steps, people, speakers }: Making,
  editions: ReadonlyMap<string, Edition>,
): Promise<void> => {
  for (const [index, { industry, item, by, at: moment, text, answer }] of remarks.entries()) {
    const author = speakers.of(by, industry);
    const edition = editions.get(industry);
    if (!author || !edition) continue;
    const key = `standard/remark-${index}`;
    const params = { editionHash: edition.hash, itemId: item };
    const { remarkId } = await steps.step(
      key,
      author,
      addRemark,
      { params, query: undefined, body: { remark: text } },
      when(moment),
    );
    if (!answer) continue;
    const body = { before: null, outcome: answer.outcome, reason: answer.reason };
    const office = personOf(people, 'zonghe1');
    await steps.step(
      `${key}/answer`,
      office,
      answerRemark,
      { params: { remarkId }, query: undefined, body },
      when(answer.at),
    );
  }
};

/** What the city has in hand about its standards: two revised and published, one ready, one out for comment, one being written; and remarks. */
export const makeStandards = async (steps: Steps, people: People, speakers: Speakers): Promise<void> => {
  const making = { steps, people, speakers };
  const editions = await foundingEditions(steps);
  const drafts = [fireworks, coalMine, machinery, metallurgy, opencastMine];
  await steps.inTurn('修订评估标准 Standards', drafts, async (draft) => {
    const base = editions.get(draft.industry);
    if (!base) throw new Error(`no edition for ${draft.industry}`);
    await makeDraft(making, base, draft);
  });
  await makeRemarks(making, editions);
};
