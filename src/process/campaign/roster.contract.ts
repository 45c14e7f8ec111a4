import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const campaignId = z.object({ campaignId: z.uuid() });
const importId = z.object({ importId: z.uuid() });
const unitOfCampaign = z.object({ campaignId: z.uuid(), unitId: z.uuid() });

/** Who looks at the roster; reviewers and sign-off see the units of their own body only. */
const readers = ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor'] as const;

export const declarationStates = ['not-started', 'draft', 'to-sign', 'submitted', 'returned', 'not-assessed'] as const;

const text = (limit: number) => z.string().trim().max(limit);
const required = (limit: number) => z.string().trim().min(1).max(limit);

/** What the register keeps of an enterprise and one of its units; codes as in the scheme. */
const unitForm = z.object({
  enterpriseName: required(100),
  /** As typed; checked by GB 32100. */
  creditCode: required(40),
  unitName: required(100),
  industry: required(60),
  divisionCode: required(6),
  bodyId: required(60),
  affiliation: required(60),
  address: text(200).default(''),
  legalRepresentative: text(50).default(''),
  contactName: text(50).default(''),
  contactPhone: text(30).default(''),
});

const finding = z.object({
  /** The cell: `名册!C7`. */
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  kind: z.enum(['error', 'warning']),
});

/** A row of the file as it was understood: names as in the scheme where they were known, else as typed. */
const previewRow = z.object({
  row: z.int(),
  enterpriseName: z.string(),
  creditCode: z.string(),
  unitName: z.string(),
  industry: z.string(),
  division: z.string(),
  body: z.string(),
  affiliation: z.string(),
  /** Where its declaration will be handed in; empty while something it depends on is wrong. */
  receiver: z.string(),
  /** `new`: the enterprise is new; `new-unit`: a further unit; `known`: both are in the register already. */
  register: z.enum(['new', 'new-unit', 'known']),
});

const importState = z.enum(['previewed', 'confirmed', 'discarded']);

const listedImport = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: importState,
  rowCount: z.int(),
  errorCount: z.int(),
  warningCount: z.int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
});

const listedUnit = z.object({
  unitId: z.uuid(),
  declarationId: z.uuid(),
  unitName: z.string(),
  enterpriseName: z.string(),
  creditCode: z.string(),
  industry: z.string(),
  industryName: z.string(),
  divisionName: z.string(),
  bodyName: z.string(),
  affiliationName: z.string(),
  /** Who receives, or before the submission is expected to receive, the declaration. */
  receiverName: z.string(),
  state: z.enum(declarationStates),
});

const unitFilters = z.object({
  text: z.string().trim().max(60).optional(),
  body: z.string().max(60).optional(),
  division: z.string().max(6).optional(),
  industry: z.string().max(60).optional(),
  affiliation: z.string().max(60).optional(),
  state: z.enum(declarationStates).optional(),
});

const choice = z.object({ code: z.string(), name: z.string() });

export const rosterContract = contract({
  rosterTemplate: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/roster-template',
    roles: ['city-office'],
    summary: 'The workbook to fill in: columns, drop-downs, one example row',
    params: campaignId,
    answer: 'file',
  },
  /**
   * Reads the file and keeps what was understood; nothing enters the register. Refused with the codes of `readWorkbook`,
   * `roster.noSheet` {expected, found}, `roster.noHeader` {sheet}, `roster.missingColumns` {sheet, columns},
   * `roster.columnTwice` {sheet, column}, `roster.noRows` {sheet} (422).
   */
  previewRoster: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/roster-imports',
    roles: ['city-office'],
    summary: 'Upload a roster workbook and see what it would do',
    params: campaignId,
    body: 'upload',
    answer: z.object({ importId: z.uuid(), rowCount: z.int(), errorCount: z.int(), warningCount: z.int() }),
  },
  rosterImports: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/roster-imports',
    roles: ['city-office', 'auditor'],
    summary: 'The imports of a campaign, the newest first',
    params: campaignId,
    query: z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) }),
    answer: z.object({ rows: z.array(listedImport), total: z.int() }),
  },
  rosterImport: {
    kind: 'query',
    method: 'GET',
    path: '/api/roster-imports/{importId}',
    roles: ['city-office', 'auditor'],
    summary: 'One import: its findings and a page of its rows',
    params: importId,
    query: z.object({
      page: z.coerce.number().int().min(1).max(1000).default(1),
      /** Only rows with a finding. */
      faulty: z.enum(['yes']).optional(),
    }),
    answer: listedImport.extend({
      campaignId: z.uuid(),
      campaignName: z.string(),
      /** The first 500 findings in the order of the sheet, errors first; the counts say how many there are. */
      findings: z.array(finding),
      rows: z.array(previewRow),
      /** Rows of the page's selection. */
      total: z.int(),
      counts: z.object({ newEnterprises: z.int(), newUnits: z.int(), knownUnits: z.int() }),
      mayConfirm: z.boolean(),
    }),
  },
  /**
   * All rows or none. Refused with `roster.hasErrors` {count}, `roster.notPreviewed` {state}, and
   * `roster.changedSince` {count} if units of it entered the campaign meanwhile (409).
   */
  confirmRoster: {
    kind: 'command',
    method: 'POST',
    path: '/api/roster-imports/{importId}/confirmation',
    roles: ['city-office'],
    summary: 'Enter the rows of a preview in the register and in the campaign',
    params: importId,
    answer: z.object({ importId: z.uuid(), unitCount: z.int() }),
  },
  /** Refused with `roster.notPreviewed` {state} (409). */
  discardRoster: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/roster-imports/{importId}',
    roles: ['city-office'],
    summary: 'Set a preview aside; it stays in the history',
    params: importId,
    answer: z.object({ importId: z.uuid() }),
  },
  /** What the roster can be filtered by and a unit can be entered with. */
  rosterChoices: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/roster-choices',
    roles: readers,
    summary: 'Industries, divisions, supervising bodies and affiliations of the campaign',
    params: campaignId,
    answer: z.object({
      industries: z.array(choice),
      divisions: z.array(choice),
      bodies: z.array(choice),
      affiliations: z.array(choice),
    }),
  },
  units: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/units',
    roles: readers,
    summary: 'The roster: units of the campaign in the order in which they were entered',
    params: campaignId,
    query: unitFilters.extend({
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(listedUnit), total: z.int() }),
  },
  unitsWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/units-workbook',
    roles: readers,
    summary: 'The roster under the same filters as .xlsx; refused beyond 20,000 units (`roster.tooManyToExport`)',
    params: campaignId,
    query: unitFilters,
    answer: 'file',
  },
  unit: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/units/{unitId}',
    roles: readers,
    summary: 'One unit of the campaign with its enterprise and where its declaration goes and why',
    params: unitOfCampaign,
    answer: unitForm.extend({
      unitId: z.uuid(),
      enterpriseId: z.uuid(),
      declarationId: z.uuid(),
      state: z.enum(declarationStates),
      unitVersion: z.int(),
      enterpriseVersion: z.int(),
      names: z.object({
        industry: z.string(),
        division: z.string(),
        body: z.string(),
        affiliation: z.string(),
        receiver: z.string(),
      }),
      /** Codes `route.*` with parameters, in order. */
      routeReasons: z.array(
        z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
      routeRule: z.object({ name: z.string(), basis: z.string() }).nullable(),
      siblings: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), industryName: z.string() })),
      /** What was done to the unit's entry, the latest first; `command` as in the audit log. */
      history: z.array(
        z.object({ entryId: z.uuid(), at: z.iso.datetime(), command: z.string(), who: z.string(), reason: z.string() }),
      ),
      mayEdit: z.boolean(),
    }),
  },
  /** Issues at the fields (`creditCode.*`, `roster.*`); refused with `roster.unitInCampaign` (409). */
  addUnit: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/units',
    roles: ['city-office'],
    summary: 'Enter one unit, with its enterprise if that is new',
    params: campaignId,
    body: unitForm.extend({ reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ unitId: z.uuid(), declarationId: z.uuid() }),
  },
  /**
   * The credit code stays. Refused with `platform.stale`, `roster.industryFixed` once the declaration was begun,
   * `roster.routeFixed` while it is submitted (409).
   */
  editUnit: {
    kind: 'command',
    method: 'PUT',
    path: '/api/campaigns/{campaignId}/units/{unitId}',
    roles: ['city-office'],
    summary: 'Correct what the register keeps of a unit and its enterprise',
    params: unitOfCampaign,
    body: unitForm.omit({ creditCode: true }).extend({
      reason: z.string().trim().min(2).max(500),
      baseUnitVersion: z.int(),
      baseEnterpriseVersion: z.int(),
    }),
    answer: z.object({ unitId: z.uuid() }),
  },
});
