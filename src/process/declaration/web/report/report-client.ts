import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { reportContract } from '../../report.contract.ts';

export const reportClient = createClient(reportContract);

export const useReport = (declarationId: string) => useRead(reportClient.report, { params: { declarationId } });

export const useReportPreview = (declarationId: string) =>
  useRead(reportClient.reportPreview, { params: { declarationId } });

export const useSubmittedReport = (submissionId: string, enabled: boolean) =>
  useRead(reportClient.submittedReport, { params: { submissionId } }, { enabled });
