import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';

interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Finds id and name of records of one type. */
type Names = (cityId: number, ids: readonly string[]) => Sql;

/** What a person calls a record: its number, its unit. Other types have no name but their type. */
const namesOf: Readonly<Record<string, Names>> = {
  account: (city, ids) =>
    sql`select account_id::text as id, name from accounts where city_id = ${city} and account_id = any(${ids}::uuid[])`,
  adoption: (city, ids) =>
    sql`select adoption_id::text as id, coalesce(number, title) as name from adoptions where city_id = ${city} and adoption_id = any(${ids}::uuid[])`,
  batch: (city, ids) =>
    sql`select batch_id::text as id, number as name from batches where city_id = ${city} and batch_id = any(${ids}::uuid[])`,
  body: (city, ids) =>
    sql`select body_id as id, short as name from bodies where city_id = ${city} and body_id = any(${ids}::text[])`,
  'calendar-year': (_city, ids) => sql`select id, id as name from unnest(${ids}::text[]) id`,
  campaign: (city, ids) =>
    sql`select campaign_id::text as id, name from campaigns where city_id = ${city} and campaign_id = any(${ids}::uuid[])`,
  consultation: (city, ids) =>
    sql`select consultation_id::text as id, number as name from consultations where city_id = ${city} and consultation_id = any(${ids}::uuid[])`,
  declaration: (city, ids) =>
    sql`select r.declaration_id::text as id, u.name from declarations r join units u using (city_id, unit_id) where r.city_id = ${city} and r.declaration_id = any(${ids}::uuid[])`,
  draw: (city, ids) =>
    sql`select draw_id::text as id, number as name from draws where city_id = ${city} and draw_id = any(${ids}::uuid[])`,
  edition: (city, ids) =>
    sql`select edition_hash as id, title as name from editions where city_id = ${city} and edition_hash = any(${ids}::text[])`,
  'edition-draft': (city, ids) =>
    sql`select draft_id::text as id, title as name from edition_drafts where city_id = ${city} and draft_id = any(${ids}::uuid[])`,
  'edition-import': (city, ids) =>
    sql`select import_id::text as id, file_name as name from edition_imports where city_id = ${city} and import_id = any(${ids}::uuid[])`,
  'edition-revision': (city, ids) =>
    sql`select v.revision_id::text as id, e.title as name from edition_revisions v join editions e on e.city_id = v.city_id and e.edition_hash = v.to_hash where v.city_id = ${city} and v.revision_id = any(${ids}::uuid[])`,
  enterprise: (city, ids) =>
    sql`select enterprise_id::text as id, name from enterprises where city_id = ${city} and enterprise_id = any(${ids}::uuid[])`,
  notice: (city, ids) =>
    sql`select notice_id::text as id, number as name from notices where city_id = ${city} and notice_id = any(${ids}::uuid[])`,
  objection: (city, ids) =>
    sql`select objection_id::text as id, number as name from objections where city_id = ${city} and objection_id = any(${ids}::uuid[])`,
  'register-change': (city, ids) =>
    sql`select c.change_id::text as id, u.name from register_changes c join units u using (city_id, unit_id) where c.city_id = ${city} and c.change_id = any(${ids}::uuid[])`,
  'register-change-proof': (city, ids) =>
    sql`select proof_id::text as id, file_name as name from register_change_proofs where city_id = ${city} and proof_id = any(${ids}::uuid[])`,
  review: (city, ids) =>
    sql`select r.review_id::text as id, u.name from reviews r join units u using (city_id, unit_id) where r.city_id = ${city} and r.review_id = any(${ids}::uuid[])`,
  'roster-import': (city, ids) =>
    sql`select import_id::text as id, file_name as name from roster_imports where city_id = ${city} and import_id = any(${ids}::uuid[])`,
  unit: (city, ids) =>
    sql`select unit_id::text as id, name from units where city_id = ${city} and unit_id = any(${ids}::uuid[])`,
  verification: (city, ids) =>
    sql`select r.verification_id::text as id, u.name from verifications r join units u using (city_id, unit_id) where r.city_id = ${city} and r.verification_id = any(${ids}::uuid[])`,
};

/**
 * The names of the records that entries of the audit log point to, by id, found together.
 * @returns without those that have no name or are gone
 */
export const subjectNames = async (
  reader: Reader,
  cityId: number,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, string>> => {
  const statements = Object.entries(namesOf).flatMap(([type, names]) => {
    const ids = [
      ...new Set(subjects.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)),
    ];
    return ids.length === 0 ? [] : [names(cityId, ids)];
  });
  const [first, ...others] = statements;
  if (!first) return new Map();
  const rows = await reader.rows<{ id: string; name: string }>(
    others.reduce((all, one) => sql`${all} union all ${one}`, first),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};
