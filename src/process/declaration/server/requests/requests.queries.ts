import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf, InputOf } from '#platform/contract.ts';
import { allOf, pageOf, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import {
  type RequestKind,
  type RequestState,
  requestActions,
  takesRequests,
} from '../../domain/declaration-requests.ts';
import type { DeclarationState } from '../../domain/states.ts';
import type { requestsContract } from '../../requests.contract.ts';
import { bodyOfDeclaration, declarationTerm, latestExtension, ownedBy, standingTerm } from './declaration-term.ts';

type List = AnswerOf<typeof requestsContract.declarationRequests>;
type Query = InputOf<typeof requestsContract.declarationRequests>['query'];
type Bounds = AnswerOf<typeof requestsContract.requestBounds>;

interface Row {
  readonly requestId: string;
  readonly declarationId: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly industry: string;
  readonly schemeHash: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly declarationState: DeclarationState;
  readonly dueOn: PlainDate;
  readonly wantedUntil: PlainDate | null;
  readonly stoodUntil: PlainDate | null;
  readonly grantedUntil: PlainDate | null;
  readonly ground: string | null;
  readonly since: PlainDate | null;
  readonly explanation: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly sizeBytes: number | null;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly reinstatedByName: string | null;
  readonly reinstatedAt: Date | null;
  readonly reinstatementReason: string | null;
}

/** Which requests `r` (with declaration `d` and unit `u`) the actor may read. */
export const requestVisibleTo = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  return hasRole(actor, 'reviewer', 'sign-off') ? sql`${bodyOfDeclaration} = ${actor.bodyId}` : ownedBy(actor);
};

const from = sql`from declaration_requests r
  join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id`;

const sideOf = (actor: Actor, row: Row): 'enterprise' | 'body' | undefined => {
  if (hasRole(actor, 'enterprise')) return 'enterprise';
  if (hasRole(actor, 'city-office')) return 'body';
  return hasRole(actor, 'reviewer', 'sign-off') && row.bodyId === actor.bodyId ? 'body' : undefined;
};

/** Requests that concern the actor: what is pending first and the oldest of it first, then the last decided. */
export const listRequests = async (reader: Reader, query: Query, { actor }: Context): Promise<List> => {
  const { cityId } = actor;
  const where = allOf([
    sql`r.city_id = ${cityId}`,
    requestVisibleTo(actor),
    ...(query.declarationId ? [sql`r.declaration_id = ${query.declarationId}`] : []),
    ...(query.state ? [sql`r.state = ${query.state}`] : []),
    ...(query.kind ? [sql`r.kind = ${query.kind}`] : []),
  ]);
  const { total } = await reader.one<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`);
  const rows = await reader.rows<Row>(sql`
    select r.request_id as "requestId", r.declaration_id as "declarationId", r.kind, r.state, u.name as "unitName", e.name as "enterpriseName",
      d.industry, c.scheme_hash as "schemeHash", ${bodyOfDeclaration} as "bodyId", coalesce(b.name, ${bodyOfDeclaration}) as "bodyName",
      d.state as "declarationState", ${standingTerm} as "dueOn", r.wanted_until as "wantedUntil", r.stood_until as "stoodUntil",
      r.granted_until as "grantedUntil", r.ground, r.since, r.explanation, r.file_name as "fileName", r.media_type as "mediaType",
      r.size_bytes as "sizeBytes", r.asked_by_name as "askedByName", r.asked_at as "askedAt", r.decided_by_name as "decidedByName",
      r.decided_at as "decidedAt", r.decision_reason as "decisionReason", r.reinstated_by_name as "reinstatedByName",
      r.reinstated_at as "reinstatedAt", r.reinstatement_reason as "reinstatementReason"
    ${from} left join bodies b on b.city_id = d.city_id and b.body_id = ${bodyOfDeclaration}
    where ${where}
    order by r.state <> 'pending', case when r.state = 'pending' then r.asked_at end, coalesce(r.decided_at, r.asked_at) desc, r.request_id
    ${pageOf(query)}`);
  const shown = await Promise.all(
    rows.map(async (row): Promise<List['rows'][number]> => {
      const { industry, schemeHash, bodyId: _, fileName, mediaType, sizeBytes, ground, ...rest } = row;
      const scheme = await schemeByHash(reader, cityId, schemeHash);
      const named = scheme.notAssessed?.find(({ code }) => code === ground);
      const side = sideOf(actor, row);
      return {
        ...rest,
        industryName: scheme.industries.find(({ code }) => code === industry)?.name ?? industry,
        ground:
          ground === null
            ? null
            : { name: named?.name ?? ground, proof: named?.proof ?? '', basis: named?.basis ?? '' },
        proof: fileName === null ? null : { fileName, mediaType: mediaType ?? '', sizeBytes: sizeBytes ?? 0 },
        askedAt: row.askedAt.toISOString(),
        decidedAt: row.decidedAt?.toISOString() ?? null,
        reinstatedAt: row.reinstatedAt?.toISOString() ?? null,
        actions: side ? [...requestActions(row.state, row.kind, side)] : [],
      };
    }),
  );
  return { rows: shown, total };
};

/** What the enterprise may ask for now. */
export const requestBounds = async (
  reader: Reader,
  declarationId: string,
  { actor }: Context,
): Promise<Result<Bounds, Fault>> => {
  const term = await declarationTerm(reader, actor.cityId, declarationId, ownedBy(actor));
  if (!term) return refuse('input.noSuchRecord', 404);
  const rule = term.scheme.lateness?.extension;
  const latest = latestExtension(actor.cityId, term);
  return ok({
    open: takesRequests(term.state),
    bodyName: term.bodyName,
    dueOn: term.dueOn,
    extension:
      rule && latest !== undefined
        ? {
            latest,
            workingDays: rule.workingDays.value,
            times: rule.times.value,
            grantedBefore: term.grantedBefore,
            basis: rule.workingDays.basis,
          }
        : null,
    grounds: (term.scheme.notAssessed ?? []).map((one) => ({ ...one })),
  });
};

/** The proof of a request, for those who may read the request. */
export const requestProof = async (
  reader: Reader,
  files: BlobStore,
  requestId: string,
  { actor }: Context,
): Promise<Result<FileAnswer, Fault>> => {
  const found = await reader.row<{ digest: string; fileName: string; mediaType: string }>(sql`
    select r.file_digest as digest, r.file_name as "fileName", r.media_type as "mediaType" ${from}
    where r.city_id = ${actor.cityId} and r.request_id = ${requestId} and r.file_digest is not null and ${requestVisibleTo(actor)}`);
  if (!found) return refuse('input.noSuchRecord', 404);
  const blob = await files.openBlob(found.digest);
  if (!blob) throw new Error(`the proof of request ${requestId} is missing from the file store`);
  return ok({ type: found.mediaType, name: found.fileName, body: blob.stream, inline: true });
};
