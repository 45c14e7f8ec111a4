import { uncanonicalPath } from '#lib/json-text.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { DraftState } from '../../domain/draft-states.ts';

export type Content = Readonly<Record<string, unknown>>;

export interface Draft {
  readonly draftId: string;
  readonly industry: string;
  readonly title: string;
  readonly content: Content;
  readonly basedOn: string | null;
  readonly state: DraftState;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedBy: string | null;
  readonly changedByName: string;
}

const columns = sql`draft_id as "draftId", industry, title, content, based_on as "basedOn", state, version, created_at as "createdAt",
  changed_by as "changedBy", changed_by_name as "changedByName"`;

export const draftById = (reader: Reader, cityId: number, draftId: string): Promise<Draft | undefined> =>
  reader.row<Draft>(sql`select ${columns} from edition_drafts where city_id = ${cityId} and draft_id = ${draftId}`);

/** An open draft, locked until the end of the transaction, at the version that the person saw. */
export const lockOpenDraft = async (
  tx: Tx,
  cityId: number,
  draftId: string,
  baseVersion: number,
): Promise<Result<Draft, Fault>> => {
  const draft = await tx.row<Draft>(
    sql`select ${columns} from edition_drafts where city_id = ${cityId} and draft_id = ${draftId} for update`,
  );
  if (!draft) return refuse('input.noSuchRecord', 404);
  const over = closed(draft.state);
  if (over) return refuse(over, 409, undefined, 'final');
  return draft.version === baseVersion ? ok(draft) : refuse('platform.stale', 409);
};

/** The refusal that a draft in this state meets; undefined for an open one. */
export const closed = (state: DraftState) => {
  if (state === 'drafting') return undefined;
  return state === 'published' ? 'drafting.isPublished' : 'drafting.isDiscarded';
};

/** A document of a draft has a title only once somebody wrote one. */
export const titleOf = (content: Content, otherwise: string): string => {
  const { title } = content;
  return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 200) : otherwise;
};

/** Opens a draft; its id. */
export const insertDraft = async (
  tx: Tx,
  { actor, now }: Context,
  draft: {
    readonly industry: string;
    readonly title: string;
    readonly content: Content;
    readonly basedOn: string | null;
  },
): Promise<string> => {
  const draftId = newId();
  await tx.run(sql`insert into edition_drafts (city_id, draft_id, industry, title, content, based_on, state, version,
      created_by, created_by_name, created_at, changed_by, changed_by_name, changed_at)
    values (${actor.cityId}, ${draftId}, ${draft.industry}, ${draft.title}, ${json(draft.content)}, ${draft.basedOn}, 'drafting', 1,
      ${actor.accountId}, ${actor.name}, ${now}, ${actor.accountId}, ${actor.name}, ${now})`);
  return draftId;
};

/** Writes the content of a locked draft; its new version. */
export const updateContent = async (
  tx: Tx,
  { actor, now }: Context,
  draft: Draft,
  content: Content,
): Promise<number> => {
  const version = draft.version + 1;
  await tx.run(sql`update edition_drafts set content = ${json(content)}, title = ${titleOf(content, draft.title)}, version = ${version},
      changed_by = ${actor.accountId}, changed_by_name = ${actor.name}, changed_at = ${now}
    where city_id = ${actor.cityId} and draft_id = ${draft.draftId}`);
  return version;
};

/** The path of a text that the database cannot keep. */
export const unkeepablePath = (content: Content): string | undefined =>
  uncanonicalPath(content) ?? nullCharacterPath(content, '');

const nullCharacterPath = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') return value.includes('\u0000') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    const found = name.includes('\u0000') ? path : nullCharacterPath(part, at);
    if (found !== undefined) return found;
  }
  return undefined;
};
