import canonicalize from 'canonicalize';

/** What the digest of a submission is taken over; `docs/formats.md`, section “Submission digest”. Digests are SHA-256, lower-case hex. */
export type SubmissionContent = SubmissionContentV1 | SubmissionContentV2;

/** Of submissions without a report. */
export interface SubmissionContentV1 extends Common {
  readonly format: 'anping-submission-v1';
}

export interface SubmissionContentV2 extends Common {
  readonly format: 'anping-submission-v2';
  /** Name of the person who handed it over for signature, empty where a single person did everything. */
  readonly handedOver: string;
  /** Digest of the texts of the report and of the measures by item, as canonical JSON. */
  readonly report: string;
}

interface Common {
  readonly declaration: string;
  readonly sequence: number;
  readonly unit: string;
  readonly edition: string;
  readonly asOf: string;
  readonly receipt: string;
  readonly receivingBody: string;
  /** Instant in UTC, ISO 8601 with milliseconds. */
  readonly submittedAt: string;
  readonly signer: string;
  /** Digest of the packed answers, as bytes. */
  readonly pack: string;
  /** Digest of reasons and comments by item, as canonical JSON. */
  readonly texts: string;
  /** Digest of the registration form with what the register says of the unit, as canonical JSON. */
  readonly registration: string;
  /** In order of item, then evidence id. */
  readonly evidence: readonly { readonly item: string; readonly name: string; readonly digest: string }[];
}

/** The content as canonical JSON (RFC 8785). */
export const canonicalSubmission = (content: SubmissionContent): string => {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('a submission is an object');
  return text;
};
