import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { reportContract } from '../../report.contract.ts';
import type { AssignedDeclarations } from '../visibility.ts';
import {
  draftReportFile,
  previewReport,
  readReport,
  readSubmittedReport,
  submittedReportFile,
} from './report.queries.ts';
import { saveReportSection } from './save-report-section.ts';

export const reportRoutes = ({ assigned }: { readonly assigned: AssignedDeclarations }) =>
  bind<Actor, typeof reportContract>(reportContract, {
    report: asks((reader, { params }, context) => readReport(reader, params.declarationId, context)),
    saveReportSection: does(saveReportSection),
    reportPreview: asks((reader, { params }, context) => previewReport(reader, params.declarationId, context)),
    reportFile: asks((reader, { params, query }, context) =>
      draftReportFile(reader, params.declarationId, query.format, context),
    ),
    submittedReport: asks((reader, { params }, context) =>
      readSubmittedReport(reader, params.submissionId, context, assigned),
    ),
    submittedReportFile: asks((reader, { params, query }, context) =>
      submittedReportFile(reader, params.submissionId, query.format, context, assigned),
    ),
  });
