import { assignedDeclarations } from '#app/assigned-declarations.ts';
import { plainDate } from '#lib/plain-date.ts';
import { nothing, sql } from '#platform/db/sql.ts';
import { keyOf, paperCode } from '#process/declaration/domain/paper/paper-code.ts';
import { notifyLacks } from '#process/declaration/server/paper/notify-lacks.ts';
import { wantedPaper } from '#process/declaration/server/paper/paper-list.queries.ts';
import { preparePack } from '#process/declaration/server/paper/prepare-pack.ts';
import { registerCopies } from '#process/declaration/server/paper/register-copies.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type People, personOf } from './accounts.ts';
import { reaches } from './data/journeys.ts';
import { type ReceivingBody, receivingBodies } from './data/officers.ts';
import { randomOf } from './data/random.ts';
import { at, DEMONSTRATION_DAY, isoDay, minutesAfter } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

interface Row {
  readonly submissionId: string;
  readonly declarationId: string;
  readonly bodyId: ReceivingBody;
  readonly digest: string;
  readonly submittedAt: Date;
}

/** What came of a paper: nothing, some copies, some with a notice of what lacks, or all. */
type Course = 'outstanding' | 'incomplete' | 'notified' | 'complete';
/** In turn at each body. */
const COURSES: readonly Course[] = ['outstanding', 'notified', 'complete', 'incomplete', 'outstanding', 'complete'];
/** Each print takes a moment: as many as are wanted to look at. */
const PRINTS = 6;
const ADDRESS = 'https://anping.example';
const DAY_IN_MINUTES = 24 * 60;

const wanted = ({ read, city }: Steps, campaignId: string): Promise<Row[]> =>
  read((reader) =>
    reader.rows<Row>(sql`
      select w.submission_id as "submissionId", w.declaration_id as "declarationId", w.body_id as "bodyId", s.content_digest as digest,
        w.submitted_at as "submittedAt"
      from (${wantedPaper(city.cityId, campaignId, sql`(select null::date as day, null::date as due ${nothing}) as due_days`, sql`true`)}) w
      join submissions s on s.city_id = ${city.cityId} and s.submission_id = w.submission_id order by w.submitted_at, w.submission_id`),
  );

/** Prints the paper of some declarations and registers what came: of those under review all, of those that wait some. */
export const makePaper = async (
  steps: Steps,
  files: BlobStore,
  people: People,
  campaignId: string,
  units: readonly MakingUnit[],
  seed: string,
): Promise<void> => {
  const byDeclaration = new Map(units.map((unit) => [unit.declarationId, unit]));
  const prepare = preparePack(files, assignedDeclarations);
  const today = at(DEMONSTRATION_DAY, 9);
  const waiting = new Map<string, number>();
  const nth = (bodyId: string): number => {
    const before = waiting.get(bodyId) ?? 0;
    waiting.set(bodyId, before + 1);
    return before;
  };
  let prints = 0;
  const list = (await wanted(steps, campaignId)).map((row) => {
    const unit = byDeclaration.get(row.declarationId);
    const isWaiting = unit !== undefined && !reaches(unit.goal, 'reviewing');
    const course = isWaiting ? (COURSES[nth(row.bodyId) % COURSES.length] ?? 'complete') : 'complete';
    return { row, key: unit?.key ?? row.declarationId, course, isPrinted: isWaiting && prints++ < PRINTS };
  });
  await steps.each('收件登记 Paper', list, async ({ row, key, course, isPrinted }) => {
    const random = randomOf(seed, 'paper', key);
    const desk = personOf(people, `${receivingBodies[row.bodyId]}-chushen1`);
    const params = { submissionId: row.submissionId };
    const came = minutesAfter(row.submittedAt, random.between(1, 6) * DAY_IN_MINUTES);
    const moment = new Date(Math.min(came.getTime(), today.getTime()));
    if (isPrinted)
      await steps.step(
        `paper/${key}/print`,
        desk,
        prepare,
        { params, query: undefined, body: { address: ADDRESS } },
        moment,
      );
    if (course === 'outstanding') return;
    const codeOf = (copy: number) => paperCode({ key: keyOf(row.digest), copy, page: 1 });
    const copies = [1, 2, 3].slice(0, course === 'incomplete' ? 2 : 3).map((copy) => ({
      copy,
      signed: true,
      sealed: course === 'complete' || copy !== 2,
      code: codeOf(copy),
    }));
    const body = {
      copies,
      arrivedOn: plainDate(isoDay(moment)),
      way: random.chance(0.7) ? ('by-hand' as const) : ('post' as const),
      note: '',
    };
    await steps.step(`paper/${key}/register`, desk, registerCopies, { params, query: undefined, body }, moment);
    if (course !== 'notified') return;
    const notice = { params, query: undefined, body: { note: '请携公章到窗口补盖，或者重新打印该份。' } };
    await steps.step(`paper/${key}/notice`, desk, notifyLacks, notice, minutesAfter(moment, 30));
  });
  stopTypesetter();
};
