import type { Translate } from '#platform/text.ts';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import type { Lack } from '../../domain/paper/arrivals.ts';
import { paperContract } from '../../paper.contract.ts';
import type { PaperKey } from '../../paper.text.ts';

export const paperClient = createClient(paperContract);

export const usePaper = (submissionId: string) => useRead(paperClient.paper, { params: { submissionId } });

export const paperHref = (submissionId: string) => `/submissions/${submissionId}/paper`;
export const checkHref = (code: string) => `/check/${encodeURIComponent(code)}`;

/** Addresses of what is printed; they open in a window of their own. */
export const printHref = (submissionId: string) => ({
  pack: `/api/submissions/${submissionId}/print-pack`,
  receipt: `/api/submissions/${submissionId}/paper-receipt`,
  notice: `/api/submissions/${submissionId}/paper-notice`,
  scan: (scanId: string) => `/api/submissions/${submissionId}/paper-scans/${scanId}`,
});
export const draftPrintHref = (declarationId: string) => `/api/declarations/${declarationId}/draft-print`;

export const lacksText = (lacks: readonly Lack[], t: Translate<PaperKey>, comma: string): string =>
  lacks.map(({ copy, what }) => t(`paper.lack.${what}`, { copy })).join(comma);
