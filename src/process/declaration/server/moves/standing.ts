import type { PlainDate } from '#lib/plain-date.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type MoveStage, moveStageOf } from '../../domain/moves/rules.ts';
import type { DeclarationState } from '../../domain/states.ts';

/** A declaration as far as a move asks. */
export interface Standing {
  readonly declarationId: string;
  readonly campaignName: string;
  readonly schemeHash: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: DeclarationState;
  readonly version: number;
  /** The industry by whose standard it is assessed; the unit's own may be another one meanwhile. */
  readonly industry: string;
  readonly editionHash: string;
  readonly submissionId: string | null;
  readonly reviewState: string | null;
  readonly stage: MoveStage;
  /** Has or expects it. */
  readonly holderId: string;
  readonly directedBodyId: string | null;
  readonly affiliation: string;
  readonly divisionCode: string;
  readonly supervisingBodyId: string;
  readonly unitIndustry: string;
}

type Row = Omit<Standing, 'stage'> & { readonly decided: boolean };

const statement = (cityId: number, which: Sql, lock: Sql): Sql => sql`
  select d.declaration_id as "declarationId", c.name as "campaignName", c.scheme_hash as "schemeHash", d.unit_id as "unitId", u.name as "unitName",
    d.state, d.version, d.industry, d.edition_hash as "editionHash",
    case when d.state = 'submitted' then d.current_submission_id end as "submissionId",
    (select r.state from reviews r where d.state = 'submitted' and r.city_id = d.city_id and r.submission_id = d.current_submission_id) as "reviewState",
    exists (select 1 from decisions x where x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.unit_id = d.unit_id) as decided,
    coalesce(d.receiving_body_id, d.expected_body_id, d.roster_body) as "holderId", d.directed_body_id as "directedBodyId",
    e.affiliation, u.division_code as "divisionCode", u.supervising_body_id as "supervisingBodyId", u.industry as "unitIndustry"
  from declarations d join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  where d.city_id = ${cityId} and ${which} order by d.declaration_id ${lock}`;

const withStage = ({ decided, ...row }: Row): Standing => ({
  ...row,
  stage: moveStageOf(row.state, row.reviewState, decided),
});

/** The declarations `d` under a condition, as they stand. */
export const standingOf = async (reader: Reader, cityId: number, which: Sql): Promise<readonly Standing[]> =>
  (await reader.rows<Row>(statement(cityId, which, sql``))).map(withStage);

/** The same, locked; what hangs on them is read after the lock, so that it is as they are. */
export const lockStanding = async (reader: Reader, cityId: number, which: Sql): Promise<readonly Standing[]> => {
  const locked = await reader.rows<{ id: string }>(sql`select d.declaration_id as id from declarations d
    join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
    where d.city_id = ${cityId} and ${which} order by d.declaration_id for update of d`);
  const ids = locked.map(({ id }) => id);
  return ids.length === 0 ? [] : standingOf(reader, cityId, sql`d.declaration_id = any(${ids}::uuid[])`);
};

/** Declarations that a change of the register concerns: of the unit, or of the whole enterprise, in campaigns that have not ended. */
export const concernedBy = (
  { enterpriseId, unitId }: { readonly enterpriseId: string; readonly unitId: string },
  ofEnterprise: boolean,
  today: PlainDate,
): Sql =>
  sql`${ofEnterprise ? sql`d.enterprise_id = ${enterpriseId}` : sql`d.unit_id = ${unitId}`} and c.ends_on >= ${today}::date`;
