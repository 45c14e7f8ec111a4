import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Finding } from '../../../domain/workbook/given-book.ts';
import { fileOutcomes, type workbookContract } from '../../../workbook.contract.ts';

const SIZE = 50;

/** Which rows of `workbook_batches b` the actor may look at: those of the own body, or all. */
export const batchVisibleTo = (actor: Actor): Sql =>
  hasRole(actor, 'city-office', 'auditor') ? sql`true` : sql`b.body_id = ${actor.bodyId}`;

type Outcome = (typeof fileOutcomes)[number];
type Counts = Readonly<Record<Outcome, number>>;

interface Line {
  readonly batchId: string;
  readonly fileName: string;
  readonly state: 'running' | 'finished' | 'stopped';
  readonly fileCount: number;
  readonly counts: Partial<Counts>;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const columns = sql`b.batch_id as "batchId", b.file_name as "fileName", b.state, b.file_count as "fileCount",
  b.created_by_name as "createdByName", b.created_at as "createdAt", b.ended_at as "endedAt",
  coalesce((select json_object_agg(o.outcome, o.count) from (select outcome, count(*) from workbook_batch_files f
    where f.city_id = b.city_id and f.batch_id = b.batch_id group by outcome) o), '{}') as counts`;

const shown = <L extends Line>({ createdAt, endedAt, counts, ...line }: L) => ({
  ...line,
  counts: Object.fromEntries(fileOutcomes.map((outcome) => [outcome, counts[outcome] ?? 0])) as Record<Outcome, number>,
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

export const listBatches = async (
  reader: Reader,
  actor: Actor,
  campaignId: string,
  page: number,
): Promise<AnswerOf<typeof workbookContract.workbookBatches>> => {
  const where = sql`b.city_id = ${actor.cityId} and b.campaign_id = ${campaignId} and ${batchVisibleTo(actor)}`;
  const rows = await reader.rows<Line>(
    sql`select ${columns} from workbook_batches b where ${where} order by b.created_at desc ${pageOf({ page, size: 20 })}`,
  );
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*) as total from workbook_batches b where ${where}`,
  );
  return { rows: rows.map(shown), total };
};

interface FileRow {
  readonly position: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly outcome: Outcome;
  readonly unitName: string | null;
  readonly enterpriseName: string | null;
  readonly code: string | null;
  readonly params: Record<string, string | number> | null;
  readonly findings: Finding[];
  readonly filled: number;
  readonly open: number;
  readonly kept: number;
}

const filesOf = (reader: Reader, cityId: number, batchId: string, outcome: Outcome | undefined, end: Sql) =>
  reader.rows<FileRow>(sql`
    select f.position, f.file_name as "fileName", f.size_bytes as "sizeBytes", f.outcome, u.name as "unitName", e.name as "enterpriseName",
      f.code, f.params, f.findings, f.filled, f.open, f.kept
    from workbook_batch_files f
    left join declarations d on d.city_id = f.city_id and d.declaration_id = f.declaration_id
    left join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    left join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
    where f.city_id = ${cityId} and f.batch_id = ${batchId} and (${outcome ?? null}::text is null or f.outcome = ${outcome ?? null})
    order by f.position ${end}`);

export type BatchReport = Line & {
  readonly campaignId: string;
  readonly campaignName: string;
};

const batchOf = (reader: Reader, actor: Actor, batchId: string) =>
  reader.row<BatchReport>(sql`
    select ${columns}, b.campaign_id as "campaignId", c.name as "campaignName"
    from workbook_batches b join campaigns c on c.city_id = b.city_id and c.campaign_id = b.campaign_id
    where b.city_id = ${actor.cityId} and b.batch_id = ${batchId} and ${batchVisibleTo(actor)}`);

const FINDINGS_SHOWN = 100;

/** An archive with one page of its files; undefined if there is none that the actor may look at. */
export const readBatch = async (
  reader: Reader,
  actor: Actor,
  batchId: string,
  { page, outcome }: { readonly page: number; readonly outcome?: Outcome | undefined },
): Promise<AnswerOf<typeof workbookContract.workbookBatch> | undefined> => {
  const batch = await batchOf(reader, actor, batchId);
  if (!batch) return undefined;
  const files = await filesOf(reader, actor.cityId, batchId, outcome, pageOf({ page, size: SIZE }));
  const line = shown(batch);
  return {
    ...line,
    files: files.map(({ params, findings, ...file }) => ({
      ...file,
      params: params ?? {},
      findings: findings
        .slice(0, FINDINGS_SHOWN)
        .map(({ params: own, ...rest }) => ({ ...rest, ...(own && { params: { ...own } }) })),
    })),
    total: outcome ? line.counts[outcome] : batch.fileCount,
    mayStop: batch.state === 'running' && hasRole(actor, 'reviewer', 'city-office'),
  };
};

/** An archive with all its files, for the report. */
export const wholeBatch = async (reader: Reader, actor: Actor, batchId: string) => {
  const batch = await batchOf(reader, actor, batchId);
  return batch ? { batch, files: await filesOf(reader, actor.cityId, batchId, undefined, sql``) } : undefined;
};
