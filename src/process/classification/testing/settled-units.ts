import { searchText } from '#parties/enterprises/domain/search-text.ts';
import { type Sql, sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { CITY, type World } from '../../../../tests/world.ts';

/** A unit as earlier stages leave it behind; what a test does not say is usual. */
export interface SettledUnit {
  readonly enterprise: string;
  readonly unit: string;
  readonly classCode: string;
  readonly enterpriseId?: string;
  readonly bodyId?: string;
  readonly divisionCode?: string;
  readonly basis?: 'verified' | 'reviewed-kept';
  readonly departureReason?: string;
  /** Null: not in a notice yet. */
  readonly entry?: 'open' | 'cleared' | 'upheld' | null;
  readonly notice?: 'open' | 'closed';
  readonly objection?: 'received' | 'dismissed';
  readonly superseded?: boolean;
}

export interface SettledIds {
  readonly settledId: string;
  readonly unitId: string;
  readonly enterpriseId: string;
}

export const aCampaign = async (world: World, name = '2026年度评估'): Promise<string> => {
  const campaignId = newId();
  await world.database.owner.query(
    toQuery(sql`insert into campaigns (city_id, campaign_id, name, scheme_hash, starts_on, ends_on, opened_at)
      select ${CITY}, ${campaignId}, ${name}, scheme_hash, '2026-08-20', '2026-12-31', '2026-08-20T01:00:00Z' from schemes where city_id = ${CITY}`),
  );
  return campaignId;
};

let running = 0;

/** Puts one unit behind the spot check (and, unless it says otherwise, through public notice), directly into the tables. */
export const settledUnit = async (world: World, campaignId: string, unit: SettledUnit): Promise<SettledIds> => {
  const { entry = 'cleared', notice = 'closed', basis = 'reviewed-kept', bodyId = 'bureau-renhe' } = unit;
  running += 1;
  const number = String(running).padStart(9, '0');
  const creditCode = `9151040012${number.slice(1)}`;
  const [settledId, unitId, enterpriseId, declarationId, submissionId, reviewId, noticeId, entryId] = [
    newId(),
    newId(),
    unit.enterpriseId ?? newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const run = (statement: Sql) => world.database.owner.query(toQuery(statement));
  const edition = sql`(select edition_hash from editions where city_id = ${CITY} and industry = 'opencast-mine' limit 1)`;
  const trace = JSON.stringify([
    { step: 5, rule: 'print', inputs: { digits: 1 }, before: { num: 80, den: 1 }, after: '80.0' },
    {
      step: 6,
      rule: 'scoreClass',
      inputs: { compare: 'printed', value: '80.0', classes: [{ class: unit.classCode, from: '75', reached: true }] },
      before: null,
      after: unit.classCode,
    },
  ]);
  await run(sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
    values (${CITY}, ${enterpriseId}, ${creditCode}, ${unit.enterprise}, '', 'private', now()) on conflict do nothing`);
  await run(sql`insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, search_text, created_at)
    values (${CITY}, ${unitId}, ${enterpriseId}, ${unit.unit}, 'opencast-mine', ${unit.divisionCode ?? '510411'}, ${bodyId}, ${searchText([unit.enterprise, unit.unit], creditCode)}, now())`);
  await run(sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, state, receiving_body_id, current_submission_id, changed_at)
    values (${CITY}, ${declarationId}, ${campaignId}, ${unitId}, ${enterpriseId}, 'opencast-mine', ${edition}, 'submitted', ${bodyId}, ${submissionId}, now())`);
  await run(sql`insert into submissions (city_id, submission_id, declaration_id, sequence, edition_hash, as_of, pack, texts, registration, evidence_ids, numerator, denominator, printed,
      class_code, trace_digest, content_digest, receipt_number, receiving_body_id, due_on, late, signer, submitted_by_name, submitted_at)
    values (${CITY}, ${submissionId}, ${declarationId}, 1, ${edition}, '2026-10-01', '\\x00', '\\x00', '\\x00', '{}', 92, 1, '92.0', 'A', '', '', ${`回执${number}`}, ${bodyId},
      '2026-10-31', false, '某', '填报人', '2026-10-10T02:00:00Z')`);
  await run(sql`insert into reviews (city_id, review_id, campaign_id, declaration_id, submission_id, unit_id, body_id, state, computed_class, proposed_class, departure_reason, edition_hash,
      numerator, denominator, printed, proposed_at, signed_at, created_at)
    values (${CITY}, ${reviewId}, ${campaignId}, ${declarationId}, ${submissionId}, ${unitId}, ${bodyId}, 'transmitted', ${unit.classCode}, ${unit.classCode}, ${unit.departureReason ?? ''}, ${edition},
      85, 1, '85.0', '2026-11-05T02:00:00Z', '2026-11-06T02:00:00Z', now())`);
  await run(sql`insert into settled_classes (city_id, settled_id, campaign_id, unit_id, declaration_id, review_id, basis, class_code, edition_hash, numerator, denominator, printed, trace, settled_at, superseded_at)
    values (${CITY}, ${settledId}, ${campaignId}, ${unitId}, ${declarationId}, ${reviewId}, ${basis}, ${unit.classCode}, ${edition}, 80, 1, '80.0', ${trace}::jsonb, '2026-11-20T02:00:00Z',
      ${unit.superseded ? '2026-12-01T02:00:00Z' : null}::timestamptz)`);
  if (entry) {
    await run(sql`insert into notices (city_id, notice_id, campaign_id, number, title, introduction, opens_on, closes_on, working_days, calendar_edition, state, publication_id, published_at, closed_at)
      values (${CITY}, ${noticeId}, ${campaignId}, ${`攀应急评公示〔2026〕${1_000 + Number(number)}号`}, '公示', '', '2026-12-01', '2026-12-10', 7, 'e', ${notice}, ${newId()}, '2026-12-01T02:00:00Z',
        ${notice === 'closed' ? '2026-12-10T16:00:00Z' : null}::timestamptz)`);
    await run(sql`insert into notice_entries (city_id, entry_id, notice_id, position, subject_type, subject_id, cells, state)
      values (${CITY}, ${entryId}, ${noticeId}, 1, 'settled-class', ${settledId}, '{}', ${entry})`);
  }
  if (unit.objection) {
    await run(sql`insert into objections (city_id, objection_id, notice_id, entry_id, number, objector_name, objector_phone, grounds, state, received_at, ruling_reason, ruled_at)
      values (${CITY}, ${newId()}, ${noticeId}, ${entryId}, ${`异议${number}`}, '路见平', '3330000', '夜间无人值守。', ${unit.objection}, '2026-12-05T02:00:00Z', '经核查不属实。',
        ${unit.objection === 'dismissed' ? '2026-12-08T02:00:00Z' : null}::timestamptz)`);
  }
  return { settledId, unitId, enterpriseId };
};
