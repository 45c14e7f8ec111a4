import { dayOf, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type PaperRules, paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import { missingGlyphs } from '#support/documents/pdf/missing-glyphs.ts';
import { completeOn, countingDay, lacksOf, paperState } from '../../domain/paper/arrivals.ts';
import { grouped, keyOf, paperCode, shortDigest } from '../../domain/paper/paper-code.ts';
import { paperVersion, standingOf } from '../../domain/paper/standing.ts';
import type { Paper } from '../../paper.contract.ts';
import { readSubmission } from '../read-submission.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import { packOf } from './pack-data.ts';
import { type PaperLine, visibleLine, type Which } from './paper-line.ts';

/** The decided class of a declaration's unit: `app` passes it in, since that stage comes later. */
export type DecidedOf = (
  reader: Reader,
  cityId: number,
  declarationId: string,
) => Promise<{ readonly number: string; readonly decidedOn: PlainDate; readonly className: string } | null>;

export interface PaperParts {
  readonly assigned: AssignedDeclarations;
  readonly decidedOf: DecidedOf;
}

const asInstant = (text: string): string => new Date(text).toISOString();

/** Last day for the paper: so many working days after the submission; undefined where a year's calendar is not published. */
export const arrivalDue = (cityId: number, submittedOn: PlainDate, rules: PaperRules): PlainDate | null => {
  const due = addWorkingDays(calendarOf(cityId), submittedOn, rules.arrivalWorkingDays.value);
  return due.ok ? due.value : null;
};

const actionsOf = (actor: Actor, line: PaperLine, isWanted: boolean): Paper['actions'] => {
  const isOwn = hasRole(actor, ...enterpriseRoles);
  const isDesk = hasRole(actor, 'reviewer', 'sign-off') && actor.bodyId === line.bodyId;
  const lacks = line.receipt === null;
  return [
    ...(!line.byRevision && (isOwn || isDesk || hasRole(actor, 'city-office')) ? (['print'] as const) : []),
    ...(isDesk && isWanted && lacks ? (['register', 'notify'] as const) : []),
    ...(isDesk && line.arrivals.length > 0 ? (['undo'] as const) : []),
    ...(isOwn || isDesk ? (['scan'] as const) : []),
  ];
};

const glyphsMissing = async (reader: Reader, cityId: number, line: PaperLine): Promise<readonly string[]> => {
  if (line.pack) return [...line.pack.missingGlyphs];
  const submission = await readSubmission(reader, cityId, line.submissionId);
  return submission ? missingGlyphs(await packOf(reader, cityId, submission)) : [];
};

/** Everything about the paper of a version, of a line that the caller may see. */
export const paperAnswer = async (
  reader: Reader,
  line: PaperLine,
  { actor, today }: Context,
  { decidedOf }: PaperParts,
): Promise<Paper> => {
  const { cityId } = actor;
  const rules = paperRules(await schemeOfCampaign(reader, cityId, line.campaignId));
  const copies = rules.copies.value.length;
  const wanted = paperVersion(line);
  const submittedOn = dayOf(line.submittedAt);
  const open = line.notice?.isOpen ? line.notice : null;
  const dueOn = line.receipt ? null : (open?.dueOn ?? arrivalDue(cityId, submittedOn, rules));
  const left = dueOn === null ? undefined : workingDaysLeft(cityId, today, dueOn);
  const counted = countingDay(rules.countingDate.value, submittedOn, completeOn(copies, line.arrivals));
  return {
    submissionId: line.submissionId,
    declarationId: line.declarationId,
    campaignName: line.campaignName,
    enterpriseName: line.enterpriseName,
    unitName: line.unitName,
    sequence: line.sequence,
    versions: line.versions.length,
    receiptNumber: line.receiptNumber,
    submittedAt: line.submittedAt.toISOString(),
    receivingBodyName: line.bodyName,
    shortDigest: shortDigest(line.contentDigest),
    standing: { ...standingOf(line, line.submissionId), decided: await decidedOf(reader, cityId, line.declarationId) },
    wanted,
    state: paperState({
      arrived: line.arrivals.length,
      isNotified: open !== null,
      hasReceipt: line.receipt !== null,
    }),
    copies: rules.copies.value.map(({ keeper }, at) => {
      const found = line.arrivals.find(({ copy }) => copy === at + 1);
      if (!found) return { copy: at + 1, keeper, arrival: null };
      const { copy, ...arrival } = found;
      return { copy, keeper, arrival: { ...arrival, registeredAt: asInstant(arrival.registeredAt) } };
    }),
    lacks: lacksOf(copies, line.arrivals).map((one) => ({ ...one })),
    dueOn,
    ...(left !== undefined && { workingDaysLeft: left }),
    counting: {
      rule: rules.countingDate.value,
      basis: rules.countingDate.basis,
      day: counted,
      late: (counted ?? today) > line.submittedDueOn,
    },
    pack: line.pack && {
      code: grouped(paperCode({ key: keyOf(line.contentDigest), copy: 1, page: 1 })),
      pages: line.pack.pages,
      printedAt: asInstant(line.pack.printedAt),
      printedByName: line.pack.printedByName,
    },
    missingGlyphs: [...(await glyphsMissing(reader, cityId, line))],
    receipt: line.receipt && { ...line.receipt, issuedAt: asInstant(line.receipt.issuedAt) },
    notice: open && {
      number: open.number,
      lacks: open.lacks.map((one) => ({ ...one })),
      note: open.note,
      dueOn: open.dueOn,
      sentAt: asInstant(open.sentAt),
      sentByName: open.sentByName,
    },
    scans: line.scans.map(({ uploadedBy, uploadedAt, ...one }) => ({
      ...one,
      uploadedAt: asInstant(uploadedAt),
      own: uploadedBy !== null && uploadedBy === actor.accountId,
    })),
    actions: actionsOf(actor, line, wanted?.submissionId === line.submissionId),
    today,
  };
};

/** The line of a submission that the actor may read; to everybody else there is none. */
export const findLine = async (
  reader: Reader,
  actor: Actor,
  assigned: AssignedDeclarations,
  which: Which,
): Promise<Result<PaperLine, Fault>> => {
  const line = await reader.row<PaperLine>(visibleLine(actor, assigned, which));
  return line ? ok(line) : refuse('key' in which ? 'paper.unknown' : 'input.noSuchRecord', 404);
};

/** The paper of a submission, for those who may read it. */
export const readPaper = async (
  reader: Reader,
  submissionId: string,
  context: Context,
  parts: PaperParts,
): Promise<Result<Paper, Fault>> => {
  const line = await findLine(reader, context.actor, parts.assigned, { submissionId });
  return line.ok ? ok(await paperAnswer(reader, line.value, context, parts)) : line;
};
