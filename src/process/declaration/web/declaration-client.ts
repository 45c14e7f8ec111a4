import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { declarationContract } from '../declaration.contract.ts';

export const declarationClient = createClient(declarationContract);

export const useDeclaration = (declarationId: string) =>
  useRead(declarationClient.declaration, { params: { declarationId } });

export const useSubmission = (submissionId: string) =>
  useRead(declarationClient.submission, { params: { submissionId } });

/** Addresses of the pages of one declaration. */
export const declarationHref = (declarationId: string) => ({
  record: `/declarations/${declarationId}`,
  registration: `/declarations/${declarationId}/registration`,
  sheet: `/declarations/${declarationId}/assessment`,
  /** The sheet with nothing but what a revision left to confirm or to answer. */
  revised: `/declarations/${declarationId}/assessment?show=revised`,
  /** The sheet at one item. */
  item: (itemId: string) => `/declarations/${declarationId}/assessment?item=${encodeURIComponent(itemId)}`,
  files: `/declarations/${declarationId}/files`,
  /** What the server has received, to be printed. */
  filesReceipt: `/declarations/${declarationId}/files/receipt`,
  check: `/declarations/${declarationId}/check`,
  report: `/declarations/${declarationId}/report`,
  reportSection: (section: string) => `/declarations/${declarationId}/report?section=${encodeURIComponent(section)}`,
  rectification: `/declarations/${declarationId}/rectification`,
  measure: (itemId: string) => `/declarations/${declarationId}/rectification?item=${encodeURIComponent(itemId)}`,
});

export const submissionHref = (submissionId: string) => `/submissions/${submissionId}`;
export const receiptHref = (submissionId: string) => `/submissions/${submissionId}/receipt`;
