import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { directed, type RouteReason, route } from '../../domain/route.ts';
import type { rosterContract } from '../../roster.contract.ts';
import { schemeOfCampaign } from '../scheme-store.ts';
import { nameOf } from './unit-list.queries.ts';
import { unitScope } from './unit-scope.ts';

type Answer = AnswerOf<typeof rosterContract.unit>;
type Stored = Omit<Answer, 'names' | 'routeReasons' | 'routeRule' | 'siblings' | 'history' | 'mayEdit'>;

/** One unit of a campaign as far as the person may see it; undefined otherwise. */
export const readUnit = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  unitId: string,
): Promise<Answer | undefined> => {
  const { cityId } = actor;
  const row = await reader.row<Stored & { receiverId: string; directedId: string | null }>(sql`
    select u.unit_id as "unitId", u.enterprise_id as "enterpriseId", d.declaration_id as "declarationId", d.state,
      u.version as "unitVersion", e.version as "enterpriseVersion", e.name as "enterpriseName", e.credit_code as "creditCode",
      u.name as "unitName", u.industry, u.division_code as "divisionCode", u.supervising_body_id as "bodyId", e.affiliation,
      e.address, e.legal_representative as "legalRepresentative", e.contact_name as "contactName", e.contact_phone as "contactPhone",
      coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id) as "receiverId",
      d.directed_body_id as "directedId"
    from declarations d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.unit_id = ${unitId} and ${unitScope(actor)}`);
  if (!row) return undefined;
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  const bodies = await reader.rows<{ bodyId: string; short: string }>(sql`
    select body_id as "bodyId", short from bodies where city_id = ${cityId} and body_id in (${row.bodyId}, ${row.receiverId}, ${row.directedId})`);
  const siblings = await reader.rows<{ unitId: string; unitName: string; industry: string }>(sql`
    select u.unit_id as "unitId", u.name as "unitName", u.industry
    from declarations d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.enterprise_id = ${row.enterpriseId}
      and d.unit_id <> ${unitId} order by u.name`);
  const { receiverId, directedId, ...stored } = row;
  const bodyName = (id: string) => bodies.find((body) => body.bodyId === id)?.short ?? id;
  const { affiliation, divisionCode, industry, bodyId } = row;
  const routed = route(scheme, { affiliation, divisionCode, industry, supervisingBody: bodyId });
  const reasons = routed.ok ? (directedId === null ? routed.value : directed(routed.value, directedId)).reasons : [];
  return {
    ...stored,
    names: {
      industry: nameOf(scheme.industries, industry),
      division: nameOf(scheme.divisions, divisionCode),
      body: bodyName(bodyId),
      affiliation: nameOf(scheme.affiliations, affiliation),
      receiver: bodyName(receiverId),
    },
    routeReasons: reasons.map((reason) => named(reason, bodyName)),
    routeRule: routed.ok ? { name: routed.value.rule.name, basis: routed.value.rule.basis } : null,
    siblings: siblings.map((one) => ({
      unitId: one.unitId,
      unitName: one.unitName,
      industryName: nameOf(scheme.industries, one.industry),
    })),
    history: await historyOf(reader, cityId, campaignId, unitId),
    mayEdit: hasRole(actor, 'city-office'),
  };
};

/** The reason with the names of bodies, which the scheme does not know. */
const named = ({ code, params }: RouteReason, bodyName: (id: string) => string) => ({
  code,
  params: {
    ...params,
    ...(params.body ? { bodyName: bodyName(String(params.body)) } : {}),
    ...(params.supervisingBody ? { supervisingBodyName: bodyName(String(params.supervisingBody)) } : {}),
  },
});

/** From the audit log, with the import the unit came by; a payload that was erased by law leaves the entry without its reason. */
const historyOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  unitId: string,
): Promise<Answer['history']> => {
  const rows = await reader.rows<{
    entryId: string;
    at: Date;
    command: string;
    who: string;
    payload: string | null;
  }>(sql`
    select e.entry_id as "entryId", e.occurred_at as at, e.command, e.actor_name as who, p.payload
    from audit_entries e left join audit_payloads p on p.city_id = e.city_id and p.entry_id = e.entry_id
    where e.city_id = ${cityId} and (
      e.subject_type = 'unit' and e.subject_id = ${unitId}
      or e.subject_type = 'roster-import' and e.command = 'campaign.confirm-roster' and e.subject_id = (
        select i.import_id::text from roster_imports i where i.city_id = ${cityId} and i.campaign_id = ${campaignId}
          and i.state = 'confirmed' and i.rows @> ${json([{ unitId }])}::jsonb limit 1))
    order by e.occurred_at desc, e.entry_id desc limit 50`);
  return rows.map(({ at, payload, ...row }) => ({ ...row, at: at.toISOString(), reason: reasonIn(payload) }));
};

const reasonIn = (payload: string | null): string => {
  const { reason } = JSON.parse(payload ?? '{}') as { reason?: unknown };
  return typeof reason === 'string' ? reason : '';
};
