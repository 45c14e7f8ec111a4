import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { closestDates, EVERY } from '#process/campaign/domain/closest-dates.ts';
import { schemeByHash, schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import type { BatchRecord, BatchRow, batchContract } from '../batch.contract.ts';
import type { BatchLine } from '../domain/batch-list.ts';
import { batchLines } from './batch-lines.ts';
import { schemeClasses } from './scheme-classes.ts';
import { visibleBody } from './visibility.ts';

type Contract = typeof batchContract;

/** Last day of the preliminary review for a body, whatever the industry. */
const bodyDueOn = async (reader: Reader, cityId: number, campaignId: string, bodyId: string): Promise<PlainDate> => {
  const rows = await reader.rows<{ bodyId: string; industry: string; endsOn: PlainDate }>(sql`
    select body_id as "bodyId", industry, ends_on as "endsOn" from phase_dates
    where city_id = ${cityId} and campaign_id = ${campaignId} and phase = 'preliminary-review'`);
  const found = closestDates(rows, bodyId, EVERY);
  if (found) return found.endsOn;
  const campaign = await reader.one<{ endsOn: PlainDate }>(
    sql`select ends_on as "endsOn" from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  return campaign.endsOn;
};

/** Signed and in no batch yet: what the body can transmit now. */
export const transmittable = async (
  reader: Reader,
  campaignId: string,
  { actor, today }: Context,
): Promise<Result<AnswerOf<Contract['transmittable']>, Fault>> => {
  const { cityId, bodyId } = actor;
  const body = await reader.row<{ name: string; short: string; open: number; sent: number }>(sql`
    select b.name, b.short,
      (select count(*)::int from reviews r where r.city_id = b.city_id and r.campaign_id = c.campaign_id and r.body_id = b.body_id
        and r.state in ('pending', 'reviewing', 'proposed')) as open,
      (select count(*)::int from batches t where t.city_id = b.city_id and t.campaign_id = c.campaign_id and t.body_id = b.body_id) as sent
    from bodies b join campaigns c on c.city_id = b.city_id and c.campaign_id = ${campaignId}
    where b.city_id = ${cityId} and b.body_id = ${bodyId}`);
  if (!body || bodyId === null) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  const rows = await batchLines(
    reader,
    cityId,
    scheme,
    sql`r.campaign_id = ${campaignId} and r.body_id = ${bodyId} and r.state = 'signed'`,
  );
  const dueOn = await bodyDueOn(reader, cityId, campaignId, bodyId);
  return ok({
    rows: rows.map((row) => ({ ...row })),
    total: rows.length,
    bodyName: body.name,
    bodyShort: body.short,
    classes: schemeClasses(scheme),
    open: body.open,
    dueOn,
    workingDaysLeft: workingDaysLeft(cityId, today, dueOn),
    batchesSent: body.sent,
  });
};

type StoredRow = Omit<BatchRow, 'sentAt' | 'receivedAt'> & { readonly sentAt: Date; readonly receivedAt: Date | null };

const columns = sql`t.batch_id as "batchId", t.number, b.name as "bodyName", t.state, t.unit_count as "unitCount", t.note,
  coalesce(s.name, '') as "sentByName", t.sent_at as "sentAt", coalesce(x.name, '') as "receivedByName", t.received_at as "receivedAt"`;
const tables = sql`batches t
  join bodies b on b.city_id = t.city_id and b.body_id = t.body_id
  left join accounts s on s.city_id = t.city_id and s.account_id = t.sent_by
  left join accounts x on x.city_id = t.city_id and x.account_id = t.received_by`;

const dated = <Row extends StoredRow>(row: Row) => ({
  ...row,
  sentAt: row.sentAt.toISOString(),
  receivedAt: row.receivedAt?.toISOString() ?? null,
});

/** The batches of a campaign, those waiting to be received first. */
export const listBatches = async (
  reader: Reader,
  campaignId: string,
  query: InputOf<Contract['batches']>['query'],
  { actor }: Context,
): Promise<AnswerOf<Contract['batches']>> => {
  const visible = [
    sql`t.city_id = ${actor.cityId}`,
    sql`t.campaign_id = ${campaignId}`,
    visibleBody(actor, sql`t.body_id`),
  ];
  const chosen = allOf([...visible, ...(query.state ? [sql`t.state = ${query.state}`] : [])]);
  const rows = await reader.rows<StoredRow>(sql`select ${columns} from ${tables} where ${chosen}
    order by t.state = 'received', t.sent_at desc, t.batch_id ${pageOf(query)}`);
  const { total } = await reader.one<{ total: number }>(
    sql`select count(*)::int as total from batches t where ${chosen}`,
  );
  const { waiting } = await reader.one<{ waiting: number }>(
    sql`select count(*)::int as waiting from batches t where ${allOf(visible)} and t.state = 'sent'`,
  );
  return { rows: rows.map(dated), total, waiting };
};

/** One batch with its list as it was sent. */
export const readBatch = async (
  reader: Reader,
  batchId: string,
  { actor }: Context,
): Promise<Result<BatchRecord, Fault>> => {
  const row = await reader.row<
    StoredRow & {
      readonly campaignId: string;
      readonly campaignName: string;
      readonly schemeHash: string;
      readonly listDigest: string;
      readonly list: BatchLine[];
    }
  >(sql`select ${columns}, t.campaign_id as "campaignId", c.name as "campaignName", c.scheme_hash as "schemeHash",
      t.list_digest as "listDigest", t.list
    from ${tables} join campaigns c on c.city_id = t.city_id and c.campaign_id = t.campaign_id
    where t.city_id = ${actor.cityId} and t.batch_id = ${batchId} and ${visibleBody(actor, sql`t.body_id`)}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const { schemeHash, ...batch } = dated(row);
  const scheme = await schemeByHash(reader, actor.cityId, schemeHash);
  const mayReceive = batch.state === 'sent' && hasRole(actor, 'city-office');
  return ok({ ...batch, classes: schemeClasses(scheme), actions: mayReceive ? ['receive'] : [] });
};
