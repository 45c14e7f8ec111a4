import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import type { consultationContract } from '../../consultation.contract.ts';
import { WINDOW } from '../../domain/consultation.ts';
import { proposedNote } from '../../domain/consultation-wording.ts';
import { parseEdition } from '../../domain/index.ts';

export type IndustryNames = (reader: Reader, cityId: number) => Promise<ReadonlyMap<string, string>>;

export interface DraftToSend {
  readonly title: string;
  readonly version: number;
  readonly industry: string;
  readonly state: 'drafting' | 'published' | 'discarded';
  readonly content: unknown;
}

/** The edition that is in force for an industry. */
export const inForce = (reader: Reader, cityId: number, industry: string) =>
  reader.row<{ hash: string; title: string }>(sql`select e.edition_hash as hash, e.title from edition_terms t
    join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash
    where t.city_id = ${cityId} and t.industry = ${industry} and t.retired_at is null`);

export const draftToSend = (reader: Reader, cityId: number, draftId: string) =>
  reader.row<DraftToSend>(sql`select title, version, industry, state, content from edition_drafts
    where city_id = ${cityId} and draft_id = ${draftId}`);

/** The consultation about a draft that still takes comments. */
export const openConsultation = (reader: Reader, cityId: number, draftId: string, today: PlainDate) =>
  reader.row<{ consultationId: string; closesOn: PlainDate }>(sql`
    select consultation_id as "consultationId", closes_on as "closesOn" from consultations
    where city_id = ${cityId} and draft_id = ${draftId} and closes_on >= ${today} order by closes_on desc limit 1`);

const reachOf = (reader: Reader, cityId: number, industry: string) =>
  reader.one<{ bodies: number; experts: number; enterprises: number }>(sql`select
    (select count(distinct a.body_id)::int from accounts a where a.city_id = ${cityId} and a.disabled_at is null
      and a.roles && array['reviewer', 'sign-off'] and a.body_id is not null) as bodies,
    (select count(*)::int from accounts a where a.city_id = ${cityId} and a.disabled_at is null
      and 'expert' = any(a.roles) and ${industry} = any(a.industries)) as experts,
    (select count(distinct u.enterprise_id)::int from units u where u.city_id = ${cityId} and u.industry = ${industry}) as enterprises`);

const lastDaysFrom = (cityId: number, today: PlainDate): PlainDate[] => {
  const calendar = calendarOf(cityId);
  const days: PlainDate[] = [];
  for (let count: number = WINDOW.least; count <= WINDOW.most; count += 1) {
    const day = addWorkingDays(calendar, today, count);
    if (!day.ok) break;
    days.push(day.value);
  }
  return days;
};

/** What the page shows before a draft is sent out. */
export const planOf = async (
  reader: Reader,
  { actor: { cityId }, today }: Context,
  draftId: string,
  industryNames: IndustryNames,
): Promise<Result<AnswerOf<(typeof consultationContract)['consultationPlan']>, Fault>> => {
  const draft = await draftToSend(reader, cityId, draftId);
  if (!draft) return refuse('input.noSuchRecord', 404);
  if (draft.state !== 'drafting') return refuse('consultation.draftSettled', 409, undefined, 'final');
  const parsed = parseEdition(draft.content);
  const against = await inForce(reader, cityId, draft.industry);
  const names = await industryNames(reader, cityId);
  return ok({
    title: draft.title,
    version: draft.version,
    industryName: names.get(draft.industry) ?? draft.industry,
    faultCount: parsed.ok ? 0 : parsed.error.issues.length,
    against: against ?? null,
    open: (await openConsultation(reader, cityId, draftId, today)) ?? null,
    reach: await reachOf(reader, cityId, draft.industry),
    window: { ...WINDOW },
    lastDays: lastDaysFrom(cityId, today),
    proposedNote: proposedNote(draft.title, against?.title),
  });
};
