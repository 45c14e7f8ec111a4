import type { Context } from '#parties/access/command.ts';
import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import type { Choices } from '../../domain/register-change/check-request.ts';
import {
  type RegisterFieldName,
  type RegisterValues,
  registerFieldNames,
} from '../../domain/register-change/fields.ts';
import type { registerChangeContract } from '../../register-change.contract.ts';
import { changeLines } from './register-change.queries.ts';
import type { RegisterChangeServices } from './services.ts';
import { unitOpenTo } from './visibility.ts';

/** What the register keeps of a unit and its enterprise. */
export interface UnitRegister extends RegisterValues {
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly unitVersion: number;
  readonly enterpriseVersion: number;
  readonly bodyName: string;
}

const columns = sql`u.unit_id as "unitId", e.enterprise_id as "enterpriseId", u.version as "unitVersion", e.version as "enterpriseVersion",
  e.name as "enterpriseName", e.credit_code as "creditCode", e.address, e.legal_representative as "legalRepresentative",
  e.contact_name as "contactName", e.contact_phone as "contactPhone", e.affiliation, u.name as "unitName", u.division_code as "divisionCode",
  u.supervising_body_id as "supervisingBodyId", u.industry, coalesce(b.short, u.supervising_body_id) as "bodyName"`;

const from = sql`from units u join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
  left join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id`;

const openUnit = (actor: Actor, unitId: string): Sql =>
  sql`select ${columns} ${from} where u.city_id = ${actor.cityId} and u.unit_id = ${unitId} and ${unitOpenTo(actor)}`;

/** The unit if its register is open to the person; locked with its enterprise, so that values are compared in peace. */
export const lockUnitRegister = (tx: Tx, actor: Actor, unitId: string): Promise<UnitRegister | undefined> =>
  tx.row<UnitRegister>(sql`${openUnit(actor, unitId)} for update of u, e`);

/** The unit of a request that the person may see, locked in the same way. */
export const lockUnitOf = (tx: Tx, cityId: number, unitId: string): Promise<UnitRegister> =>
  tx.one<UnitRegister>(
    sql`select ${columns} ${from} where u.city_id = ${cityId} and u.unit_id = ${unitId} for update of u, e`,
  );

/** The words for a value: the name of a code, else the value itself. */
export const textOf = (choices: Choices, name: RegisterFieldName, value: string): string =>
  choices[name]?.find(({ code }) => code === value)?.name ?? value;

type Answer = AnswerOf<typeof registerChangeContract.unitRegister>;

/** The record of a unit; undefined if it is not open to the person. */
export const readUnitRegister = async (
  reader: Reader,
  { actor }: Context,
  unitId: string,
  { choices: choicesOf }: RegisterChangeServices,
): Promise<Answer | undefined> => {
  const unit = await reader.row<UnitRegister>(openUnit(actor, unitId));
  if (!unit) return undefined;
  const choices = await choicesOf(reader, actor.cityId);
  const changes = await changeLines(
    reader,
    actor,
    sql`(c.unit_id = ${unitId} or c.enterprise_id = ${unit.enterpriseId} and exists (select 1 from register_change_values v
      where v.city_id = c.city_id and v.change_id = c.change_id and v.subject_id = c.enterprise_id))`,
    sql`limit 200`,
  );
  const waiting = changes.filter(({ state }) => state === 'pending');
  const pendingOf = (field: RegisterFieldName) => {
    const change = waiting.find(({ values }) => values.some((value) => value.field === field));
    const value = change?.values.find((one) => one.field === field);
    return change && value ? { changeId: change.changeId, toText: value.toText } : null;
  };
  return {
    unitId,
    unitName: unit.unitName,
    enterpriseName: unit.enterpriseName,
    unitVersion: unit.unitVersion,
    enterpriseVersion: unit.enterpriseVersion,
    values: registerFieldNames.map((field) => ({
      field,
      value: unit[field],
      text: textOf(choices, field, unit[field]),
      pending: pendingOf(field),
    })),
    choices: Object.fromEntries(Object.entries(choices).map(([field, list]) => [field, [...list]])),
    bodyName: unit.bodyName,
    changes: [...changes],
    mayRequest: hasRole(actor, ...enterpriseRoles, 'reviewer', 'city-office'),
  };
};

/** The units of the own enterprise, with how many requests wait. */
export const ownUnits = (reader: Reader, actor: Actor) =>
  reader.rows<AnswerOf<typeof registerChangeContract.ownUnits>['rows'][number]>(sql`
    select u.unit_id as "unitId", u.name as "unitName", coalesce(b.short, u.supervising_body_id) as "bodyName",
      (select count(*)::int from register_changes c where c.city_id = u.city_id and c.unit_id = u.unit_id and c.state = 'pending') as pending
    from units u left join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
    where u.city_id = ${actor.cityId} and u.enterprise_id = ${actor.enterpriseId} order by u.name`);
