import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { docxFile } from '#support/documents/docx/docx-file.ts';
import type { OfficialDocument } from '#support/documents/official-document.ts';
import { pdfFile } from '#support/documents/pdf/pdf-file.ts';
import { type ReportSection, reportSections } from '../../domain/report/sections.ts';
import { transition } from '../../domain/states.ts';
import type { reportContract } from '../../report.contract.ts';
import { type LoadedDeclaration, loadDeclaration } from '../load-declaration.ts';
import { readSubmission } from '../read-submission.ts';
import { registerEntry } from '../register-entry.ts';
import { type AssignedDeclarations, submissionVisibleTo } from '../visibility.ts';
import { glyphWarnings } from './glyph-warnings.ts';
import { reportDocument } from './report-document.ts';
import { draftSource, type ReportSource, submittedSource } from './report-source.ts';
import { suggestions } from './suggestions.ts';

type Format = 'pdf' | 'docx';
type Answer = AnswerOf<typeof reportContract.report>;
type Preview = AnswerOf<typeof reportContract.reportPreview>;

interface Draft {
  readonly found: LoadedDeclaration;
  readonly source: ReportSource;
}

const draftOf = async (
  reader: Reader,
  declarationId: string,
  { actor, today }: Context,
): Promise<Result<Draft, Fault>> => {
  const { cityId } = actor;
  const found = await loadDeclaration(reader, cityId, actor.enterpriseId, declarationId);
  if (!found) return refuse('input.noSuchRecord', 404);
  const stored = await editionByHash(reader, cityId, found.editionHash);
  const scheme = await schemeByHash(reader, cityId, found.schemeHash);
  return ok({ found, source: draftSource(found, stored, registerEntry(found, scheme), today) });
};

interface SectionRow {
  readonly section: ReportSection;
  readonly version: number;
  readonly updatedByName: string;
  readonly updatedAt: Date;
}

/** The sections as the enterprise works on them, with what the data suggest. */
export const readReport = async (
  reader: Reader,
  declarationId: string,
  context: Context,
): Promise<Result<Answer, Fault>> => {
  const draft = await draftOf(reader, declarationId, context);
  if (!draft.ok) return draft;
  const { found, source } = draft.value;
  const rows = await reader.rows<SectionRow>(sql`
    select section, version, updated_by_name as "updatedByName", updated_at as "updatedAt" from report_sections
    where city_id = ${context.actor.cityId} and declaration_id = ${declarationId}`);
  const suggested = suggestions(source);
  const sectionOf = (section: ReportSection): Answer['sections'][ReportSection] => {
    const row = rows.find((one) => one.section === section);
    return {
      version: row?.version ?? 0,
      content: found.report[section] ?? null,
      suggestion: suggested[section],
      updatedByName: row?.updatedByName ?? null,
      updatedAt: row?.updatedAt.toISOString() ?? null,
    };
  };
  return ok({
    declarationId,
    unitName: found.unitName,
    version: found.version,
    sections: Object.fromEntries(reportSections.map((one) => [one, sectionOf(one)])) as Answer['sections'],
    editable: hasRole(context.actor, 'enterprise') && transition(found.state, 'save') !== undefined,
  });
};

const LOCAL = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const draftDocument = ({ found, source }: Draft, { now }: Context): OfficialDocument =>
  reportDocument(source, { version: found.version, at: LOCAL.format(now) });

const previewOf = async (document: OfficialDocument): Promise<Preview> => ({
  report: document as Preview['report'],
  missingGlyphs: await glyphWarnings(document),
});

export const previewReport = async (
  reader: Reader,
  declarationId: string,
  context: Context,
): Promise<Result<Preview, Fault>> => {
  const draft = await draftOf(reader, declarationId, context);
  return draft.ok ? ok(await previewOf(draftDocument(draft.value, context))) : draft;
};

const fileOf = (name: string, format: Format, document: OfficialDocument, madeAt: Date): FileAnswer =>
  format === 'pdf' ? pdfFile(`${name}.pdf`, 'report', document, madeAt) : docxFile(`${name}.docx`, document, madeAt);

export const draftReportFile = async (
  reader: Reader,
  declarationId: string,
  format: Format,
  context: Context,
): Promise<Result<FileAnswer, Fault>> => {
  const draft = await draftOf(reader, declarationId, context);
  if (!draft.ok) return draft;
  const { found } = draft.value;
  return ok(
    fileOf(
      `${found.unitName} 自评报告 草稿第${found.version}版`,
      format,
      draftDocument(draft.value, context),
      context.now,
    ),
  );
};

interface Handed {
  readonly name: string;
  readonly document: OfficialDocument;
  readonly madeAt: Date;
}

/** The report of a submission; none of one that the actor may not read, or that was handed in before there were reports. */
const handedIn = async (
  reader: Reader,
  submissionId: string,
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<Handed, Fault>> => {
  const { cityId } = actor;
  const seen = await reader.row<{ campaignName: string }>(sql`
    select c.name as "campaignName" from submissions s
    join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
    join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
    where s.city_id = ${cityId} and s.submission_id = ${submissionId} and ${submissionVisibleTo(actor, assigned)}`);
  const submission = seen && (await readSubmission(reader, cityId, submissionId));
  if (!seen || !submission) return refuse('input.noSuchRecord', 404);
  if (submission.report === null) return refuse('report.none', 409, undefined, 'final');
  const stored = await editionByHash(reader, cityId, submission.editionHash);
  return ok({
    name: `${submission.registration.register.unitName} 自评报告 ${submission.receiptNumber}`,
    document: reportDocument(submittedSource(submission, stored, seen.campaignName)),
    madeAt: submission.submittedAt,
  });
};

export const readSubmittedReport = async (
  reader: Reader,
  submissionId: string,
  context: Context,
  assigned: AssignedDeclarations,
): Promise<Result<Preview, Fault>> => {
  const handed = await handedIn(reader, submissionId, context, assigned);
  return handed.ok ? ok(await previewOf(handed.value.document)) : handed;
};

export const submittedReportFile = async (
  reader: Reader,
  submissionId: string,
  format: Format,
  context: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileAnswer, Fault>> => {
  const handed = await handedIn(reader, submissionId, context, assigned);
  if (!handed.ok) return handed;
  const { name, document, madeAt } = handed.value;
  return ok(fileOf(name, format, document, madeAt));
};
