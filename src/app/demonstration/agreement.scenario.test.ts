import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useLowestPasswordCost } from '#parties/people/server/passwords.ts';
import { insertSession, newSession } from '#parties/people/server/session-token.ts';
import { toQuery } from '#platform/db/sql.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { pdfText } from '../../../tests/fixtures/pdf-text.ts';
import { scoreReference } from '../../../tests/reference/score-reference.mjs';
import { CITY, make, openPlace, type Place } from './testing/place.ts';
import { bare, comparison, htmlLines, nameIn, sheetLines } from './testing/told.ts';
import { type AllWorkedOut, type WorkedOut, workOut } from './testing/worked-out.ts';

let place: Place;
let all: AllWorkedOut;
let campaignId: string;

beforeAll(async () => {
  useLowestPasswordCost();
  place = await openPlace();
  await make(place);
  place.app.useCity(CITY);
  all = await workOut(place);
  campaignId = (await query<{ campaign_id: string }>('select campaign_id from campaigns'))[0]!.campaign_id;
}, 120_000);
afterAll(async () => {
  stopTypesetter();
  await place.close();
});

const query = async <Row extends object>(text: string): Promise<Row[]> =>
  (await place.database.owner.query<Row>(text)).rows;

/** What somebody reads, signed in. */
const readerOf = async (accountId: string) => {
  const session = newSession(CITY);
  await place.database.owner.query(toQuery(insertSession(session, accountId, new Date())));
  const headers = { cookie: `anping=${CITY}.${session.token}` };
  const answer = async (url: string) => {
    const read = await place.app.http.inject({ url, headers });
    if (read.statusCode !== 200) throw new Error(`${url}: ${read.statusCode} ${read.body.slice(0, 300)}`);
    return read;
  };
  return {
    // The contract has checked the shapes of all answers.
    // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tried here
    get: async (url: string): Promise<any> => (await answer(url)).json(),
    file: async (url: string): Promise<Buffer> => (await answer(url)).rawPayload,
  };
};
const readerBy = async (login: string) =>
  readerOf(
    (await query<{ account_id: string }>(`select account_id from accounts where login = '${login}'`))[0]!.account_id,
  );

const everywhere = () => [...all.submissions.values(), ...all.reviews.values(), ...all.verifications.values()];

describe('a program written from the published format alone', () => {
  it('gives the score and class of every submission, review and verification of a demonstration city', () => {
    const files = new Map<object, Uint8Array>();
    const bytes = (value: object) => {
      const known = files.get(value) ?? Buffer.from(JSON.stringify(value));
      files.set(value, known);
      return known;
    };
    for (const { id, edition, answers, computed } of everywhere()) {
      const read = (path: string) => bytes(path === 'e' ? edition : answers);
      const { stdout, reason } = scoreReference(['--edition=e', '--answers=a', '--json'], read);
      const { trace: _, ...result } = computed;
      expect([id, stdout, reason]).toEqual([id, result, '']);
    }
    expect(all.submissions.size).toBeGreaterThan(30);
    expect(all.reviews.size).toBeGreaterThan(15);
    expect(all.verifications.size).toBeGreaterThan(2);
  });
});

describe('what is kept with a class', () => {
  it('is what the function gives for the answers kept beside it', () => {
    for (const { id, result, computed, stored } of everywhere()) {
      const { num, den } = result.normalised;
      expect([id, stored.printed, stored.numerator, stored.denominator, stored.classCode]).toEqual([
        id,
        result.printed,
        num,
        den,
        result.class,
      ]);
      if (stored.traceDigest)
        expect([id, stored.traceDigest]).toEqual([
          id,
          createHash('sha256').update(JSON.stringify(computed.trace)).digest('hex'),
        ]);
      else expect([id, stored.trace]).toEqual([id, result.trace]);
    }
    expect([...all.reviews.values()].some(({ result }) => result.trace.at(-1)?.rule === 'departure')).toBe(true);
  });

  it('is whole with settled and decided classes as well, of the review or the verification that they rest on', async () => {
    const settled = await query<
      Record<'settled_id' | 'review_id' | 'verification_id' | 'class_code' | 'printed', string> & { trace: unknown }
    >('select settled_id, review_id, verification_id, class_code, printed, trace from settled_classes');
    const decided = await query<{ settled_id: string; class_code: string; printed: string; trace: unknown }>(
      'select settled_id, class_code, printed, trace from decisions',
    );
    const source = new Map(settled.map((row) => [row.settled_id, sourceOf(row)]));
    for (const row of [...settled, ...decided]) {
      const { result } = source.get(row.settled_id)!;
      expect([row.class_code, row.printed, row.trace]).toEqual([result.class, result.printed, result.trace]);
    }
    expect(decided.length).toBeGreaterThan(5);
  });
});

const sourceOf = (row: { review_id: string; verification_id: string | null }): WorkedOut =>
  row.verification_id === null ? all.reviews.get(row.review_id)! : all.verifications.get(row.verification_id)!;

describe('a class is the same wherever it is shown', () => {
  it('to the enterprise', async () => {
    const { same, done } = comparison();
    const accounts = await query<{ account_id: string; enterprise_id: string }>(
      `select distinct on (enterprise_id) account_id, enterprise_id from accounts where enterprise_id is not null and password_hash is not null`,
    );
    for (const { account_id, enterprise_id } of accounts) {
      const mine = [...all.submissions.values()].filter((one) => one.enterpriseId === enterprise_id);
      if (mine.length === 0) continue;
      const reader = await readerOf(account_id);
      for (const { id, unit, result } of mine) {
        const shown = await reader.get(`/api/submissions/${id}`);
        same('submission', unit, [shown.printed, shown.classCode], [result.printed, result.class]);
        const declaration = await reader.get(`/api/declarations/${shown.declarationId}`);
        const line = declaration.submissions.find((one: { submissionId: string }) => one.submissionId === id);
        same('declaration', unit, [line.printed, line.classCode], [result.printed, result.class]);
      }
      const { rows } = await reader.get('/api/declarations?size=200');
      for (const row of rows) {
        if (!row.currentSubmissionId) continue;
        const { result } = all.submissions.get(row.currentSubmissionId)!;
        same('declarations', row.unitName, [row.printed, row.class?.code ?? null], [result.printed, result.class]);
      }
      const { units } = await reader.get('/api/my-classes');
      for (const { unit, decision } of units) {
        if (!decision) continue;
        const { result } = (await decisions()).get(decision.decisionId)!;
        same('my classes', unit, decision.classCode, result.class);
      }
    }
    done('submission', 'declaration', 'declarations', 'my classes');
  });

  it('to those who review, on screen, in the workbook and on paper', async () => {
    const { same, done } = comparison();
    const office = await readerBy('zonghe1');
    const { rows, classes } = await office.get(`/api/reviews?campaignId=${campaignId}&size=200`);
    const name = nameIn(classes);
    for (const row of rows) {
      const shown = await office.get(`/api/reviews/${row.reviewId}`);
      const self = all.submissions.get(shown.submissionId)!.result;
      same('reviews: self', row.unitName, row.self, { printed: self.printed, classCode: self.class });
      same(
        'review: self',
        row.unitName,
        [shown.submission.printed, shown.submission.classCode],
        [self.printed, self.class],
      );
      const worked = all.reviews.get(row.reviewId);
      if (!worked || !row.reviewed) continue;
      const { result, computed } = worked;
      const expected = { printed: result.printed, computedClass: computed.class, proposedClass: result.class };
      same('reviews', row.unitName, row.reviewed, expected);
      const { printed, computedClass, proposedClass, trace } = shown.proposal;
      same('review', row.unitName, { printed, computedClass, proposedClass }, expected);
      same('review: account', row.unitName, trace, result.trace);
      const form = pdfText(await office.file(`/api/reviews/${row.reviewId}/opinion-form`));
      const named = [result.printed, name(computed.class), name(result.class)].map(bare);
      same(
        'opinion form',
        row.unitName,
        named.filter((text) => !form.includes(text)),
        [],
      );
    }
    const batches = (await office.get(`/api/campaigns/${campaignId}/batches`)).rows;
    for (const { batchId } of batches) {
      const batch = await office.get(`/api/batches/${batchId}`);
      const lines = await sheetLines(await office.file(`/api/batches/${batchId}/workbook`));
      const paper = pdfText(await office.file(`/api/batches/${batchId}/print?copy=1`));
      batch.list.forEach((line: Record<string, string>, index: number) => {
        const { result, computed, edition } = all.reviews.get(line.reviewId ?? '')!;
        const classed = nameIn(edition.classes.map((one) => ({ code: one.code, name: one.name ?? one.code })));
        same(
          'batch',
          line.unitName ?? '',
          [line.reviewedPrinted, line.computedClass, line.proposedClass],
          [result.printed, computed.class, result.class],
        );
        const { 初审得分: printed, 计算类别: own, 初审意见类别: proposed } = lines[index] ?? {};
        same(
          'batch workbook',
          line.unitName ?? '',
          [Number(printed), own, proposed],
          [Number(result.printed), classed(computed.class), classed(result.class)],
        );
        const row = bare(
          `${line.selfPrinted}${classed(line.selfClass ?? null)}${result.printed}${classed(computed.class)}${classed(result.class)}`,
        );
        same('batch paper', line.unitName ?? '', paper.includes(row), true);
      });
    }
    done(
      'reviews: self',
      'review: self',
      'reviews',
      'review',
      'review: account',
      'opinion form',
      'batch',
      'batch workbook',
      'batch paper',
    );
  }, 120_000);

  it('to the experts and the city office', async () => {
    const { same, done } = comparison();
    const office = await readerBy('zonghe1');
    const leader = await readerBy('lingdao1');
    for (const { id, unit, result } of all.verifications.values()) {
      const shown = await office.get(`/api/verifications/${id}`);
      const { printed, classCode } = shown.verified ?? {};
      same('verification', unit, { printed, classCode }, { printed: result.printed, classCode: result.class });
      same('verification: account', unit, shown.verifiedTrace, result.trace);
    }
    const { rows } = await office.get(`/api/campaigns/${campaignId}/score-comparison?size=200`);
    for (const row of rows) {
      const { result } = all.reviews.get(row.reviewId)!;
      same('comparison: reviewed', row.unitName, row.reviewed, { printed: result.printed, classCode: result.class });
      if (!row.verified) continue;
      const verified = all.verifications.get(row.verificationId)!.result;
      same('comparison: verified', row.unitName, row.verified, {
        printed: verified.printed,
        classCode: verified.class,
      });
    }
    const decided = await decisions();
    for (const [decisionId, { unit, result }] of decided) {
      const shown = await leader.get(`/api/decisions/${decisionId}`);
      same('decision', unit, [shown.printed, shown.classCode], [result.printed, result.class]);
      same('decision: account', unit, shown.trace, result.trace);
      const course = await leader.get(`/api/campaigns/${campaignId}/units/${shown.unitId}/course`);
      same('unit: account', unit, course.account.trace, result.trace);
      same('unit', unit, course.scores.decided, { printed: result.printed, classCode: result.class });
      const file = JSON.parse((await leader.file(`/api/decisions/${decisionId}/files/result.json`)).toString());
      const { computed } = decided.get(decisionId)!;
      same('result.json', unit, [file.printed, file.class], [computed.printed, computed.class]);
    }
    const list = await leader.get(`/api/campaigns/${campaignId}/decisions?size=200`);
    for (const row of list.rows) same('decisions', row.unit, row.classCode, decided.get(row.decisionId)!.result.class);
    done(
      'verification',
      'verification: account',
      'comparison: reviewed',
      'comparison: verified',
      'decision',
      'decision: account',
      'unit',
      'unit: account',
      'result.json',
      'decisions',
    );
  }, 120_000);

  it('in the lists that are adopted, in workbook and document, and to the public', async () => {
    const { same, done } = comparison();
    const leader = await readerBy('lingdao1');
    const settled = await settledByUnit();
    const get = async (url: string) => place.app.http.inject({ url });
    const { rows: adoptions } = await leader.get(`/api/campaigns/${campaignId}/adoptions`);
    for (const { adoptionId, state, slug } of adoptions) {
      const { rows, classes } = await leader.get(`/api/adoptions/${adoptionId}`);
      const name = nameIn(classes);
      const lines = await sheetLines(await leader.file(`/api/adoptions/${adoptionId}/list.xlsx`));
      const document = pdfText(await leader.file(`/api/adoptions/${adoptionId}/list.pdf`));
      const site = state === 'signed' ? await get(`/public/${slug}`) : undefined;
      const data = state === 'signed' ? (await get(`/public/${slug}/data.json`)).json() : undefined;
      const published = site && htmlLines(site.body);
      rows.forEach((row: Record<string, string>, index: number) => {
        const { source, self, reviewed } = settled.get(row.settledId ?? '')!;
        const { result, unit } = source;
        same('adoption', unit, [row.printed, row.classCode], [result.printed, result.class]);
        same(
          'adoption: before',
          unit,
          [row.selfPrinted, row.selfClass, row.reviewedPrinted, row.reviewedClass],
          [self.result.printed, self.result.class, reviewed.result.printed, reviewed.result.class],
        );
        const line = lines[index] ?? {};
        same(
          'workbook',
          unit,
          [line.自评得分, line.自评类别, line.初审得分, line.初审类别, line.确定类别],
          [
            self.result.printed,
            name(self.result.class),
            reviewed.result.printed,
            name(reviewed.result.class),
            name(result.class),
          ],
        );
        if (row.basis === 'verified') same('workbook: verified', unit, line.核定得分, result.printed);
        const printed = bare(`${row.unit}${row.division}${row.body}${row.industry}${name(result.class)}`);
        same('document', unit, document.includes(printed), true);
        if (!published) return;
        const shown = published.find((cells) => cells.includes(row.enterprise ?? '') && cells.includes(row.unit ?? ''));
        same('public list', unit, shown?.includes(name(result.class)), true);
        const told = data.content.tables
          .flatMap((table: { rows: Record<string, string>[] }) => table.rows)
          .find((one: Record<string, string>) => one.unit === row.unit && one.enterprise === row.enterprise);
        same('data.json', unit, told?.class, name(result.class));
      });
      if (!published) continue;
      for (const row of rows) {
        const { result, unit } = settled.get(row.settledId)!.source;
        const page = await get(`/public/query?name=${encodeURIComponent(row.enterprise)}`);
        same('public query', unit, page.body.includes(row.unit) && page.body.includes(name(result.class)), true);
      }
    }
    const office = await readerBy('zonghe1');
    const { rows: notices } = await office.get(`/api/campaigns/${campaignId}/notices`);
    const { classes } = await leader.get(`/api/campaigns/${campaignId}/decisions`);
    for (const { noticeId, slug } of notices) {
      const page = htmlLines((await get(`/public/${slug}`)).body);
      const entries = await query<{ subject_id: string; cells: Record<string, string>; notice_id: string }>(
        'select notice_id, subject_id, cells from notice_entries',
      );
      for (const { subject_id, cells } of entries.filter((entry) => entry.notice_id === noticeId)) {
        const { result, unit } = settled.get(subject_id)!.source;
        const name = nameIn(classes)(result.class);
        same('notice', unit, cells.class, name);
        const shown = page.find((row) => row.includes(cells.enterprise ?? '') && row.includes(cells.unit ?? ''));
        same('public notice', unit, shown?.includes(name), true);
      }
    }
    done(
      'adoption',
      'adoption: before',
      'workbook',
      'workbook: verified',
      'document',
      'public list',
      'data.json',
      'public query',
      'notice',
      'public notice',
    );
  }, 120_000);
});

/** Decided classes by id, with what they rest on. */
const decisions = async (): Promise<ReadonlyMap<string, WorkedOut>> => {
  const rows = await query<{ decision_id: string; review_id: string; verification_id: string | null }>(
    `select d.decision_id, s.review_id, s.verification_id from decisions d join settled_classes s using (city_id, settled_id)`,
  );
  return new Map(rows.map((row) => [row.decision_id, sourceOf(row)]));
};

const settledByUnit = async () => {
  const rows = await query<{
    settled_id: string;
    review_id: string;
    verification_id: string | null;
    submission_id: string;
  }>(
    `select s.settled_id, s.review_id, s.verification_id, r.submission_id
     from settled_classes s join reviews r using (city_id, review_id)`,
  );
  return new Map(
    rows.map((row) => [
      row.settled_id,
      {
        source: sourceOf(row),
        self: all.submissions.get(row.submission_id)!,
        reviewed: all.reviews.get(row.review_id)!,
      },
    ]),
  );
};
