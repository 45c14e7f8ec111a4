import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { formatDocumentNumber } from '#support/numbering/domain/number-format.ts';
import { publish } from '#support/publication/server/publish.ts';
import { consultationContract } from '../../consultation.contract.ts';
import { WINDOW } from '../../domain/consultation.ts';
import { type Edition, parseEdition } from '../../domain/index.ts';
import { editionHash } from '../edition-hash.ts';
import { editionByHash } from '../edition-store.ts';
import { draftToSend, inForce, openConsultation } from './plan.queries.ts';
import { publicPage } from './public-page.ts';

const NUMBER_PREFIX = '攀应急评征求';

interface Prepared {
  readonly edition: Edition;
  readonly contentHash: string;
  readonly industry: string;
  readonly version: number;
}

/** 征求意见: freezes the draft as it is and asks for comments until the end of the last day. */
export const sendOut = command(consultationContract.sendOut, {
  name: 'standards.send-out',
  prepare: async ({ params, body }, { actor }, read): Promise<Result<Prepared, Fault>> => {
    const draft = await read((reader) => draftToSend(reader, actor.cityId, params.draftId));
    if (!draft) return refuse('input.noSuchRecord', 404);
    if (draft.version !== body.baseVersion) return refuse('platform.stale', 409);
    const parsed = parseEdition(draft.content);
    if (!parsed.ok) return refuse('consultation.draftUnreadable', 409, { count: parsed.error.issues.length }, 'final');
    return ok({
      edition: parsed.value,
      contentHash: editionHash(parsed.value),
      industry: draft.industry,
      version: draft.version,
    });
  },
  run: async (tx, { params, body }, context, { edition, contentHash, industry, version }) => {
    const { actor, now, today } = context;
    const { cityId } = actor;
    const draft = await tx.row<{ title: string; version: number; state: string }>(
      sql`select title, version, state from edition_drafts where city_id = ${cityId} and draft_id = ${params.draftId} for update`,
    );
    if (draft?.version !== version) return refuse('platform.stale', 409);
    if (draft.state !== 'drafting') return refuse('consultation.draftSettled', 409, undefined, 'final');
    const open = await openConsultation(tx, cityId, params.draftId, today);
    if (open) return refuse('consultation.openAlready', 409, { closesOn: open.closesOn }, 'final');
    if (body.workingDays < WINDOW.least || body.workingDays > WINDOW.most) {
      const bounds = { min: WINDOW.least, max: WINDOW.most };
      return issues([{ path: 'workingDays', code: 'consultation.workingDaysOutside', params: bounds }]);
    }
    const calendar = calendarOf(cityId);
    const closesOn = addWorkingDays(calendar, today, body.workingDays);
    if (!closesOn.ok) return closesOn;
    const year = Number(today.slice(0, 4));
    const { seq } = await tx.one<{ seq: number }>(sql`select next_number(${cityId}, 'consultation', ${year}) as seq`);
    const number = formatDocumentNumber({ prefix: NUMBER_PREFIX, year, seq });
    const against = await inForce(tx, cityId, industry);
    const addressees = [...new Set(body.addressees)];
    const consultationId = newId();
    const publicationId = addressees.includes('public')
      ? publish(tx, context, {
          kind: 'consultation',
          slug: `consultation-${year}-${seq}`,
          title: `关于征求《${draft.title}》意见的公告`,
          content: publicPage({
            number,
            title: draft.title,
            note: body.note,
            closesOn: closesOn.value,
            workingDays: body.workingDays,
            edition,
            contentHash,
            against: against && (await editionByHash(tx, cityId, against.hash)),
          }),
        }).publicationId
      : null;
    tx.later(sql`insert into consultations (city_id, consultation_id, number, draft_id, draft_version, industry, title, content, content_hash, against_hash,
        note, addressees, opens_on, closes_on, working_days, calendar_edition, publication_id, sent_by, sent_by_name, sent_at)
      values (${cityId}, ${consultationId}, ${number}, ${params.draftId}, ${version}, ${industry}, ${draft.title}, ${json(edition)}, ${contentHash},
        ${against?.hash ?? null}, ${body.note}, ${addressees}, ${today}, ${closesOn.value}, ${body.workingDays}, ${calendar.edition}, ${publicationId},
        ${actor.accountId}, ${actor.name}, ${now})`);
    return ok({
      done: { consultationId, number, closesOn: closesOn.value },
      subject: { type: 'consultation', id: consultationId },
      record: {
        number,
        draftId: params.draftId,
        draftVersion: version,
        contentHash,
        against: against?.hash ?? null,
        addressees,
        opensOn: today,
        closesOn: closesOn.value,
        note: body.note,
      },
    });
  },
});
