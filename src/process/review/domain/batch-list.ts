import canonicalize from 'canonicalize';

/** One line of a transmitted list. Scores are as printed; `departure` is the reason for another class than the computed one. */
export interface BatchLine {
  readonly reviewId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly industryName: string;
  readonly affiliationName: string;
  readonly divisionName: string;
  readonly selfPrinted: string;
  readonly selfClass: string;
  readonly reviewedPrinted: string;
  readonly computedClass: string;
  readonly proposedClass: string;
  readonly departure: string;
  readonly late: boolean;
  readonly reviewerName: string;
  readonly signedByName: string;
}

export interface BatchContent {
  readonly format: 'anping-batch-v1';
  readonly number: string;
  readonly campaign: string;
  readonly body: string;
  readonly rows: readonly BatchLine[];
}

/** The list as canonical JSON (RFC 8785): its SHA-256 stands on the paper and in the record. */
export const canonicalBatch = (content: BatchContent): string => {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('a batch is an object');
  return text;
};
