import { json, type Sql, sql } from '#platform/db/sql.ts';
import { type Decider, fieldOf, type RegisterFieldName } from '../../domain/register-change/fields.ts';

export interface ChangedValue {
  readonly field: RegisterFieldName;
  readonly from: string;
  readonly to: string;
  readonly fromText: string;
  readonly toText: string;
}

export interface InsertedChange {
  readonly cityId: number;
  readonly changeId: string;
  readonly enterpriseId: string;
  readonly unitId: string;
  readonly decider: Decider;
  readonly bodyId: string;
  readonly concerned: readonly string[];
  /** A `correction` is in effect at once. */
  readonly origin: 'enterprise' | 'officer' | 'correction';
  readonly reason: string;
  readonly proofId: string | null;
  readonly by: { readonly accountId: string | null; readonly name: string };
  readonly at: Date;
  readonly values: readonly ChangedValue[];
}

/** The rows of a request with its values. */
export const insertChange = (change: InsertedChange): readonly [Sql, Sql] => {
  const { cityId, changeId, enterpriseId, unitId, origin, by, at } = change;
  const atOnce = origin === 'correction';
  const rows = change.values.map((value) => ({
    ...value,
    owner: fieldOf(value.field).of === 'enterprise' ? enterpriseId : unitId,
  }));
  return [
    sql`insert into register_changes (city_id, change_id, enterprise_id, unit_id, decider, body_id, concerned, state, reason, proof_id, origin,
        requested_by, requested_by_name, requested_at, decided_by, decided_by_name, decided_at)
      values (${cityId}, ${changeId}, ${enterpriseId}, ${unitId}, ${change.decider}, ${change.bodyId}, ${[...change.concerned]}::text[],
        ${atOnce ? 'approved' : 'pending'}, ${change.reason}, ${change.proofId}, ${origin}, ${by.accountId}, ${by.name}, ${at},
        ${atOnce ? by.accountId : null}, ${atOnce ? by.name : null}, ${atOnce ? at : null})`,
    sql`insert into register_change_values (city_id, change_id, field, subject_id, from_value, to_value, from_text, to_text, pending)
      select ${cityId}, ${changeId}, r.field, r.owner, r."from", r."to", r."fromText", r."toText", ${!atOnce}
      from jsonb_to_recordset(${json(rows)}::jsonb) as r(field text, owner uuid, "from" text, "to" text, "fromText" text, "toText" text)`,
  ];
};
