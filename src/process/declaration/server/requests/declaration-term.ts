import type { PlainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import type { DeclarationState } from '../../domain/states.ts';

/** The body that receives or expects a declaration `d` (with its unit `u`). */
export const bodyOfDeclaration = sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id)`;

/** Last day on time of a declaration `d` that is not handed in: its own, or that of the closest row of the phase table. */
export const standingTerm = sql`coalesce(d.returned_due_on, (select x.ends_on from phase_dates x
    where x.city_id = d.city_id and x.campaign_id = d.campaign_id and x.phase = 'self-assessment'
      and x.body_id in (${bodyOfDeclaration}, '*') and x.industry in (d.industry, '*')
    order by x.body_id <> '*' desc, x.industry <> '*' desc limit 1), c.ends_on)`;

/** Whether the actor's enterprise owns the declaration `d`. */
export const ownedBy = (actor: Actor): Sql => sql`d.enterprise_id = ${actor.enterpriseId}`;

/** Whether the actor decides requests to the body of the declaration `d`; the city office decides any. */
export const decidedBy = (actor: Actor): Sql =>
  hasRole(actor, 'city-office') ? sql`true` : sql`${bodyOfDeclaration} = ${actor.bodyId}`;

export interface DeclarationTerm {
  readonly declarationId: string;
  readonly state: DeclarationState;
  readonly started: boolean;
  readonly bodyName: string;
  readonly dueOn: PlainDate;
  readonly grantedBefore: number;
  readonly scheme: Scheme;
  /** Last day on which any body still examines, or of the campaign. */
  readonly closesOn: PlainDate;
}

/** State and term of a declaration that the condition lets the actor see; locked where `lock` says so. */
export const declarationTerm = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
  visible: Sql,
  lock: Sql = sql``,
): Promise<DeclarationTerm | undefined> => {
  const found = await reader.row<Omit<DeclarationTerm, 'scheme'> & { readonly schemeHash: string }>(sql`
    select d.declaration_id as "declarationId", d.state, d.registration_version > 0 as started, coalesce(b.name, ${bodyOfDeclaration}) as "bodyName",
      ${standingTerm} as "dueOn", c.scheme_hash as "schemeHash",
      (select count(*)::int from declaration_requests r where r.city_id = d.city_id and r.declaration_id = d.declaration_id
        and r.kind = 'extension' and r.state = 'granted') as "grantedBefore",
      coalesce((select max(p.ends_on) from phase_dates p where p.city_id = d.city_id and p.campaign_id = d.campaign_id
        and p.phase = 'preliminary-review'), c.ends_on) as "closesOn"
    from declarations d
    join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
    left join bodies b on b.city_id = d.city_id and b.body_id = ${bodyOfDeclaration}
    where d.city_id = ${cityId} and d.declaration_id = ${declarationId} and ${visible} ${lock}`);
  if (!found) return undefined;
  const { schemeHash, ...term } = found;
  return { ...term, scheme: await schemeByHash(reader, cityId, schemeHash) };
};

/** So that whoever decides or asks at the same time waits. */
export const lockingDeclaration = sql`for update of d`;

/** The latest day to which the term may be put off; undefined if the scheme knows no extensions or a calendar is missing. */
export const latestExtension = (
  cityId: number,
  { scheme, dueOn, closesOn }: DeclarationTerm,
): PlainDate | undefined => {
  const rule = scheme.lateness?.extension;
  if (!rule) return undefined;
  const latest = addWorkingDays(calendarOf(cityId), dueOn, rule.workingDays.value);
  if (!latest.ok) return undefined;
  return latest.value > closesOn ? closesOn : latest.value;
};
