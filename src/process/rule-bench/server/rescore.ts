import type { Pool, PoolClient } from 'pg';
import { dayOf } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result } from '#lib/result.ts';
import { actAs, systemActor } from '#parties/access/server/open-request.ts';
import type { Context } from '#platform/command.ts';
import { type BinaryRow, readBinaryRows } from '#platform/db/binary-copy.ts';
import { json, type Sql, sql, toQuery } from '#platform/db/sql.ts';
import { withoutForcedSecurity } from '#platform/db/table-copy.ts';
import { openTx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import { record } from '#support/audit/server/record.ts';
import { columnsRead, frozenSubmissions, type SubmissionRow, submissionRow } from './frozen-submissions.ts';
import { type RescoreReport, reporting } from './report.ts';
import { type ResultsWriter, resultsWriter } from './results-writer.ts';
import { type EditionGiven, findTrial, type Trial } from './trial.ts';
import { type TriedOut, tryingOut } from './try-out.ts';

export interface RescoreInput {
  readonly cityId: number;
  /** Id or name. */
  readonly campaign: string;
  readonly edition: EditionGiven;
  /** Nothing is written. */
  readonly dryRun: boolean;
  /** Works every account out whole and holds it against the digest kept with the submission; much slower. */
  readonly traces: boolean;
  /** How many units are named in the report at most. */
  readonly most: number;
}

export interface RescoreParts {
  /** Reads, behind row-level security. */
  readonly app: Pool;
  /** Writes: COPY into a table does not go together with row-level security. */
  readonly owner: Pool;
  readonly now: Date;
  /** Told now and then how many are done. */
  readonly onProgress?: (done: number) => void | Promise<void>;
}

/**
 * A run takes what time it takes. Submissions come in the order in which they were made, in which they lie in their table and in which their
 * results are stored: keys in any other order cost up to seven times as much to write, measured over a million. Declarations are sorted in memory
 * and merged with them.
 */
const IN_ORDER = `set local statement_timeout = 0; set local work_mem = '128MB'; set local enable_hashjoin = off; set local enable_nestloop = off`;

/** More faults than this are counted and not named. */
const MOST_FAULTS = 20;

/**
 * Scores every current submission of a campaign and industry anew, each as it is frozen: under its own edition, which must give what was
 * kept, and under the edition that is tried out. Memory does not grow with their number.
 *
 * The run and its results are written in one transaction, or not at all: refused if a pack is damaged, with the declaration named.
 */
export const rescore = async (parts: RescoreParts, input: RescoreInput): Promise<Result<RescoreReport, Fault>> => {
  const reading = await parts.app.connect();
  try {
    await reading.query('begin isolation level repeatable read, read only');
    await reading.query(toQuery(actAs(systemActor(input.cityId), null)));
    await reading.query(IN_ORDER);
    const result = await run(parts, reading, input);
    await reading.query('commit');
    reading.release();
    return result;
  } catch (error) {
    // Rows may still be on their way: the connection is of no more use.
    reading.release(error as Error);
    throw error;
  }
};

const run = async (
  parts: RescoreParts,
  reading: PoolClient,
  input: RescoreInput,
): Promise<Result<RescoreReport, Fault>> => {
  const reader = openTx(reading);
  const trial = await findTrial(reader, input.cityId, input.campaign, input.edition);
  if (!trial.ok) return trial;
  const { campaign, industry } = trial.value;
  const hashes = await reader.rows<{ hash: string }>(
    sql`select edition_hash as hash from campaign_editions
        where city_id = ${input.cityId} and campaign_id = ${campaign.campaignId} and industry = ${industry}
      union select unnest(array[from_hash, to_hash]) from edition_revisions
        where city_id = ${input.cityId} and campaign_id = ${campaign.campaignId} and industry = ${industry} and state = 'carried-out'`,
  );
  const editions: StoredEdition[] = [];
  for (const { hash } of hashes) editions.push(await editionByHash(reader, input.cityId, hash));
  const tryOut = tryingOut(trial.value, editions, { digests: !input.dryRun, traces: input.traces });
  if (!tryOut.ok) return tryOut;
  const all = { parts, reading, input, trial: trial.value, tryOut: tryOut.value };
  return input.dryRun ? scoreAll(all, null) : written(all);
};

interface Run {
  readonly parts: RescoreParts;
  readonly reading: PoolClient;
  readonly input: RescoreInput;
  readonly trial: Trial;
  readonly tryOut: (row: SubmissionRow) => Result<TriedOut, Fault>;
}

/** Scores all; `writer` takes the results. */
const scoreAll = async (
  { parts, reading, input, trial, tryOut }: Run,
  writer: ResultsWriter | null,
): Promise<Result<RescoreReport, Fault>> => {
  const report = reporting(trial, input.most);
  const faults: { declarationId: string; fault: Fault }[] = [];
  let damaged = 0;
  let done = 0;
  let row: SubmissionRow | undefined;
  const onRow = (binary: BinaryRow): void => {
    row ??= submissionRow(binary);
    done += 1;
    const result = tryOut(row);
    if (!result.ok) {
      damaged += 1;
      if (damaged <= MOST_FAULTS) faults.push({ declarationId: row.declarationId(), fault: result.error });
      return;
    }
    report.add(row, result.value);
    if (damaged === 0) writer?.add(row, result.value);
  };
  const betweenChunks = async (): Promise<void> => {
    await writer?.flush();
    await parts.onProgress?.(done);
  };
  const query = frozenSubmissions(input.cityId, trial, input.traces);
  await readBinaryRows(reading, query, columnsRead(input.traces), onRow, betweenChunks);
  const reader = openTx(reading);
  if (damaged > 0) return issues(await named(faults, damaged, (ids) => report.namesOf(reader, input.cityId, ids)));
  return ok(await report.finish(reader, input.cityId));
};

const named = async (
  faults: readonly { declarationId: string; fault: Fault }[],
  damaged: number,
  namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Issue[]> => {
  const names = await namesOf(faults.map(({ declarationId }) => declarationId));
  const list = faults.flatMap(({ declarationId, fault }): Issue[] => {
    const path = `${names.get(declarationId) ?? ''} ${declarationId}`.trim();
    if (fault.kind === 'issues') return fault.issues.map((issue) => ({ ...issue, path }));
    return [{ path, code: fault.code, ...(fault.params && { params: fault.params }) }];
  });
  const more = damaged - faults.length;
  return more > 0 ? [...list, { path: '', code: 'rescore.moreDamaged', params: { count: more } }] : list;
};

/** The same in a transaction that takes run, results and audit row. */
const written = async (all: Run): Promise<Result<RescoreReport, Fault>> => {
  const { parts, input, trial } = all;
  const runId = newId();
  const client = await parts.owner.connect();
  try {
    await client.query('begin');
    let result: Result<RescoreReport, Fault> | undefined;
    await withoutForcedSecurity(client, { name: 'rescore_results', columns: [] }, async () => {
      const writer = resultsWriter(client, input.cityId, runId);
      result = await scoreAll(all, writer);
      await writer.end();
    });
    if (!result?.ok) {
      await client.query('rollback');
      client.release();
      return result as Result<never, Fault>;
    }
    for (const statement of runRows(parts.now, input.cityId, trial, runId, result.value)) {
      await client.query(toQuery(statement));
    }
    await client.query('commit');
    client.release();
    return ok({ ...result.value, runId });
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
};

const runRows = (
  now: Date,
  cityId: number,
  { campaign, hash, title, industry, edition, published }: Trial,
  runId: string,
  { declarations, changed, differing, unscored, migration }: RescoreReport,
): readonly Sql[] => {
  const actor = systemActor(cityId);
  const context: Context = { actor, now, today: dayOf(now), machineNow: now, requestId: runId };
  const counts = { declarations, changed, differing, unscored };
  return [
    sql`insert into rescore_runs (city_id, run_id, campaign_id, edition_hash, edition_title, draft, industry, started_by_name, started_at,
        declarations, changed, differing, unscored, migration)
      values (${cityId}, ${runId}, ${campaign.campaignId}, ${hash}, ${title}, ${published ? null : json(edition)}::jsonb, ${industry},
        ${actor.name}, ${now}, ${declarations}, ${changed}, ${differing}, ${unscored}, ${json(migration)}::jsonb)`,
    ...record({
      context,
      command: 'rule-bench.rescore',
      subject: { type: 'campaign', id: campaign.campaignId },
      record: { runId, edition: hash, published, industry, ...counts, migration },
    }),
  ];
};
