import { createClient } from '#platform/ui/api/client.ts';
import { batchContract } from '../batch.contract.ts';
import { reviewContract } from '../review.contract.ts';

export const reviewClient = createClient(reviewContract);
export const batchClient = createClient(batchContract);

export const reviewHref = (reviewId: string): string => `/reviews/${reviewId}`;
export const batchHref = (batchId: string): string => `/batches/${batchId}`;
export const opinionFormHref = (reviewId: string): string => `/api/reviews/${reviewId}/opinion-form`;
export const batchPrintHref = (batchId: string, copy: 1 | 2): string => `/api/batches/${batchId}/print?copy=${copy}`;
