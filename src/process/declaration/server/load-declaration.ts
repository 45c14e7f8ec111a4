import type { PlainDate } from '#lib/plain-date.ts';
import type { IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { PhaseRow } from '../domain/deadline.ts';
import type { StoredItems } from '../domain/draft-answers.ts';
import type { RecordedFact } from '../domain/gate-facts.ts';
import type { Measures } from '../domain/rectification/measure.ts';
import type { Sources } from '../domain/registration/sources.ts';
import type { Registration } from '../domain/registration-fields.ts';
import type { ReportTexts } from '../domain/report/sections.ts';
import type { DeclarationState } from '../domain/states.ts';
import { type LoadedSignature, signatureColumns } from './signing/signatures.ts';

/** Everything of a working copy, in one statement. */
export interface LoadedDeclaration extends LoadedSignature {
  readonly state: DeclarationState;
  readonly version: number;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly unitId: string;
  readonly industry: string;
  readonly editionHash: string;
  readonly registration: Registration;
  readonly registrationVersion: number;
  readonly registrationSources: Sources;
  readonly currentSubmissionId: string | null;
  readonly reviewBegun: boolean;
  readonly returnedReason: string | null;
  readonly returnedItems: readonly { readonly itemId: string; readonly comment: string }[] | null;
  readonly returnedDueOn: PlainDate | null;
  /** 补正说明, empty if none was written. */
  readonly correctionNote: string;
  readonly unitName: string;
  readonly divisionCode: string;
  readonly supervisingBodyId: string;
  readonly supervisingBodyName: string;
  /** The body that the city office directed it to, whatever the rule says. */
  readonly directedBodyId: string | null;
  /** By the last submission or a move since. */
  readonly receivingBodyId: string | null;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly affiliation: string;
  readonly schemeHash: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** Last day on which any body still examines; null without such a phase. */
  readonly reviewEndsOn: PlainDate | null;
  readonly phase: readonly PhaseRow[];
  /** By element. */
  readonly sections: Readonly<Record<string, { readonly version: number; readonly stored: StoredItems }>>;
  readonly evidence: readonly LoadedEvidence[];
  readonly facts: readonly (RecordedFact & IssuedDocument)[];
  readonly report: ReportTexts;
  /** By item, also of items that have lost no points meanwhile. */
  readonly measures: Measures;
  readonly submittedBefore: number;
  /** Running number of the receipt; drawn only for a submission. */
  readonly receipt: number | null;
}

export interface LoadedEvidence {
  readonly evidenceId: string;
  readonly fileId: string;
  readonly itemId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly digest: string;
  readonly uploadedAt: string;
}

// “is not distinct from” and not “=”: the planner must not take the index of the enterprise for as good as that of the id.
const loading = (cityId: number, enterprise: Sql, declarationId: string, receipt: Sql, lock: Sql): Sql => sql`
  select d.state, d.version, d.campaign_id as "campaignId", c.name as "campaignName", d.unit_id as "unitId", d.industry,
    d.edition_hash as "editionHash", d.registration, d.registration_version as "registrationVersion",
    d.registration_sources as "registrationSources",
    d.current_submission_id as "currentSubmissionId", d.review_begun_at is not null as "reviewBegun",
    d.returned_reason as "returnedReason", d.returned_items as "returnedItems", d.returned_due_on as "returnedDueOn", d.correction_note as "correctionNote", ${signatureColumns},
    u.name as "unitName", u.division_code as "divisionCode", u.supervising_body_id as "supervisingBodyId",
    coalesce(b.name, u.supervising_body_id) as "supervisingBodyName", d.directed_body_id as "directedBodyId", d.receiving_body_id as "receivingBodyId", e.name as "enterpriseName", e.credit_code as "creditCode",
    e.affiliation, c.scheme_hash as "schemeHash", c.starts_on as "startsOn", c.ends_on as "endsOn",
    (select max(p.ends_on) from phase_dates p where p.city_id = d.city_id and p.campaign_id = d.campaign_id
      and p.phase = 'preliminary-review') as "reviewEndsOn",
    coalesce((select json_agg(json_build_object('bodyId', p.body_id, 'industry', p.industry, 'startsOn', p.starts_on, 'endsOn', p.ends_on))
      from phase_dates p where p.city_id = d.city_id and p.campaign_id = d.campaign_id and p.phase = 'self-assessment'), '[]') as phase,
    coalesce((select json_object_agg(s.element_id, json_build_object('version', s.version, 'stored', s.answers))
      from draft_sections s where s.city_id = d.city_id and s.declaration_id = d.declaration_id), '{}') as sections,
    coalesce((select json_agg(json_build_object('evidenceId', v.evidence_id, 'fileId', v.file_id, 'itemId', v.item_id, 'fileName', v.file_name,
        'mediaType', v.media_type, 'sizeBytes', v.size_bytes, 'digest', v.file_digest, 'uploadedAt', v.uploaded_at)
        order by v.item_id, v.evidence_id)
      from evidence v where v.city_id = d.city_id and v.declaration_id = d.declaration_id and v.removed_at is null), '[]') as evidence,
    coalesce((select json_agg(json_build_object('kind', f.kind, 'happenedOn', f.happened_on, 'note', f.note,
        'documentNumber', f.document_number, 'issuingBody', f.issuing_body))
      from supervision_facts f where f.city_id = d.city_id and f.unit_id = d.unit_id), '[]') as facts,
    coalesce((select json_object_agg(r.section, r.content) from report_sections r
      where r.city_id = d.city_id and r.declaration_id = d.declaration_id), '{}') as report,
    coalesce((select json_object_agg(m.item_id, json_build_object('measure', m.measure, 'person', m.person, 'dueOn', m.due_on))
      from rectifications m where m.city_id = d.city_id and m.declaration_id = d.declaration_id), '{}') as measures,
    (select count(*) from submissions s where s.city_id = d.city_id and s.declaration_id = d.declaration_id) as "submittedBefore",
    ${receipt} as receipt
  from declarations d
  join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
  join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
  join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
  left join bodies b on b.city_id = d.city_id and b.body_id = u.supervising_body_id
  where d.city_id = ${cityId} and d.declaration_id = ${declarationId} and d.enterprise_id is not distinct from ${enterprise} ${lock}`;

/** The working copy of a declaration of this enterprise, for reading; undefined if there is none. */
export const loadDeclaration = (
  reader: Reader,
  cityId: number,
  enterpriseId: string | null,
  declarationId: string,
): Promise<LoadedDeclaration | undefined> =>
  reader.row<LoadedDeclaration>(loading(cityId, sql`${enterpriseId}`, declarationId, sql`null::bigint`, sql``));

/**
 * The same of the actor's own enterprise, locked, with a receipt number; travels with the opening of the request. Sections and evidence are
 * as of the start of the statement, the declaration as of the lock: whoever changes them raises the declaration's version, so a caller
 * that compares the version reads them as they are.
 */
export const loadingForSubmission = (cityId: number, declarationId: string): Sql =>
  loading(
    cityId,
    sql`(select actor_enterprise())`,
    declarationId,
    sql`nextval('receipt_numbers')`,
    sql`for update of d`,
  );

/** The same without a receipt number: to be handed over for signature. */
export const loadingForSignature = (cityId: number, declarationId: string): Sql =>
  loading(cityId, sql`(select actor_enterprise())`, declarationId, sql`null::bigint`, sql`for update of d`);
