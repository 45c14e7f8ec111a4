import { createClient } from '#platform/ui/api/client.ts';
import { workbookContract } from '../../workbook.contract.ts';

export const workbookClient = createClient(workbookContract);

/** Addresses of the pages of workbooks. */
export const workbookHref = (declarationId: string) => `/declarations/${declarationId}/workbook`;
export const importHref = (declarationId: string, importId: string) =>
  `/declarations/${declarationId}/workbook/${importId}`;
export const batchHref = (batchId: string) => `/workbook-batches/${batchId}`;

/** Bytes, as the server reads workbooks and archives. */
export const WORKBOOK_LIMITS = { endings: ['.xlsx'], maxBytes: 20 * 1_048_576 };
export const ARCHIVE_LIMITS = { endings: ['.zip'], maxBytes: 60 * 1_048_576 };
export const MOST_IN_ARCHIVE = 1_000;
