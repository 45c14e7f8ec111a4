import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const reviewTitles = catalogue(
  { list: '初审', review: '初审', batches: '报送批次', transmit: '编批报送', batch: '批次' },
  { list: 'Preliminary review', review: 'Review', batches: 'Batches', transmit: 'Make a batch', batch: 'Batch' },
);
