import type { IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { allOf, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { clearedSubjects } from '#process/public-notice/server/cleared-subjects.ts';
import { fixedElsewhere } from '#process/spot-check/server/fixed-elsewhere.ts';
import type { AdoptedRow } from '../domain/adopted-list.ts';

export const SUBJECT_TYPE = 'settled-class';

interface SettledRow
  extends Omit<
    AdoptedRow,
    'division' | 'industry' | 'affiliation' | 'className' | 'validityMonths' | 'noticeNumber' | 'adjustment' | 'fixedBy'
  > {
  divisionCode: string;
  industryCode: string;
  affiliationCode: string;
  departureReason: string;
  conclusion: string;
}

const nameOf = (list: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  list.find((one) => one.code === code)?.name ?? code;

/** Why a class differs: the reviewer's departure, and what the experts found where the spot check changed it. */
const adjustmentOf = ({ departureReason, conclusion, basis, reviewedClass, classCode }: SettledRow): string =>
  [departureReason, basis === 'verified' && reviewedClass !== classCode ? conclusion : '']
    .filter((reason) => reason.trim() !== '')
    .join('；');

const worded = (row: SettledRow, scheme: Scheme, noticeNumber: string, fixedBy: IssuedDocument | null): AdoptedRow => {
  const { divisionCode, industryCode, affiliationCode, departureReason: _, conclusion: __, ...rest } = row;
  const found = scheme.classes.find(({ code }) => code === row.classCode);
  return {
    ...rest,
    division: nameOf(scheme.divisions, divisionCode),
    industry: nameOf(scheme.industries, industryCode),
    affiliation: nameOf(scheme.affiliations, affiliationCode),
    className: found?.name ?? row.classCode,
    fixedBy,
    adjustment: adjustmentOf(row),
    // A class that the scheme does not know cannot have been settled: editions are checked against it.
    validityMonths: found?.validityMonths.value ?? 0,
    noticeNumber,
  };
};

/** Units of prepared batches, by settled class. */
const inBatches = (cityId: number, campaignId: string, exceptAdoption: string | null) => sql`
  select (r ->> 'settledId')::uuid from adoptions a cross join lateral jsonb_array_elements(a.list) r
  where a.city_id = ${cityId} and a.campaign_id = ${campaignId} and a.state = 'prepared' and a.adoption_id is distinct from ${exceptAdoption}::uuid`;

/**
 * Units that may be adopted, in the order of the list: settled and not superseded, cleared in a notice that is closed, without a
 * decision, in no prepared batch other than `exceptAdoption`.
 */
export const adoptableRows = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  exceptAdoption: string | null = null,
): Promise<AdoptedRow[]> => {
  const cleared = await clearedSubjects(reader, cityId, campaignId, SUBJECT_TYPE);
  const noticeOf = new Map(cleared.map((subject) => [subject.subjectId, subject.noticeNumber]));
  const conditions = allOf([
    sql`s.city_id = ${cityId}`,
    sql`s.campaign_id = ${campaignId}`,
    sql`s.superseded_at is null`,
    sql`s.settled_id = any(${[...noticeOf.keys()]}::uuid[])`,
    // Whatever was cleared before, a later entry that is not settles nothing.
    sql`not exists (select 1 from notice_entries x where x.city_id = s.city_id and x.subject_id = s.settled_id and x.state <> 'cleared')`,
    sql`not exists (select 1 from decisions x where x.city_id = s.city_id and x.campaign_id = s.campaign_id and x.unit_id = s.unit_id)`,
    sql`s.settled_id not in (${inBatches(cityId, campaignId, exceptAdoption)})`,
  ]);
  const rows = await reader.rows<SettledRow>(sql`
    select s.settled_id as "settledId", s.unit_id as "unitId", u.enterprise_id as "enterpriseId", e.name as enterprise,
      e.credit_code as "creditCode", u.name as unit, u.division_code as "divisionCode", b.name as body, u.industry as "industryCode",
      e.affiliation as "affiliationCode", m.printed as "selfPrinted", m.class_code as "selfClass",
      coalesce(r.printed, '') as "reviewedPrinted", r.proposed_class as "reviewedClass", s.basis, s.printed, s.class_code as "classCode",
      r.departure_reason as "departureReason", coalesce(v.conclusion, '') as conclusion, s.edition_hash as "editionHash"
    from settled_classes s
    join units u on u.city_id = s.city_id and u.unit_id = s.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
    join reviews r on r.city_id = s.city_id and r.review_id = s.review_id
    join submissions m on m.city_id = r.city_id and m.submission_id = r.submission_id
    left join verifications v on v.city_id = s.city_id and v.verification_id = s.verification_id
    where ${conditions}
    order by u.division_code, u.industry, e.name, u.name, s.settled_id`);
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  const fixed = await fixedElsewhere(reader, cityId, campaignId, scheme);
  return rows.map((row) => worded(row, scheme, noticeOf.get(row.settledId) ?? '', fixed.get(row.settledId) ?? null));
};

/** Why settled units without a decision are not adoptable, in units; each counts once, by what holds it up first. */
export const waitingUnits = async (reader: Reader, cityId: number, campaignId: string) =>
  reader.one<{ notNoticed: number; inNotice: number; objected: number; inBatch: number }>(sql`
    with standing as (
      select s.settled_id, (select e.state from notice_entries e where e.city_id = s.city_id and e.subject_id = s.settled_id order by e.entry_id desc limit 1) as state,
        exists (select 1 from objections o join notice_entries e on e.city_id = o.city_id and e.entry_id = o.entry_id
          where o.city_id = s.city_id and e.subject_id = s.settled_id and o.state = 'received') as objected
      from settled_classes s
      where s.city_id = ${cityId} and s.campaign_id = ${campaignId} and s.superseded_at is null
        and not exists (select 1 from decisions d where d.city_id = s.city_id and d.campaign_id = s.campaign_id and d.unit_id = s.unit_id)
    )
    select count(*) filter (where state is null)::int as "notNoticed",
      count(*) filter (where state = 'open' and not objected)::int as "inNotice",
      count(*) filter (where objected)::int as objected,
      count(*) filter (where settled_id in (${inBatches(cityId, campaignId, null)}))::int as "inBatch"
    from standing`);
