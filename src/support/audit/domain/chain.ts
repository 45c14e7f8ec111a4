/** What the digest of an audit row covers: who did what, when, to what, and the salted digest of what changed. */
export interface ChainedEntry {
  readonly entryId: string;
  /** Instant as ISO 8601 text in UTC with microseconds. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly bodyId: string | null;
  readonly command: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly requestId: string;
  /** 64 lower-case hex digits. */
  readonly payloadDigest: string;
}

/** One line of JSON with the members in this order: what is digested, so that an outsider can do the same. */
export const entryText = (cityId: number, entry: ChainedEntry): string =>
  JSON.stringify([
    'anping-audit-v1',
    cityId,
    entry.entryId,
    entry.occurredAt,
    entry.recordedAt,
    entry.actorId,
    entry.actorName,
    entry.bodyId,
    entry.command,
    entry.subjectType,
    entry.subjectId,
    entry.requestId,
    entry.payloadDigest,
  ]);

/** The text whose SHA-256 is the link of a row: the link before it, its place, its digest (hex, hex). The first link stands on 64 zeros. */
export const linkText = (previousLink: string, sequence: number, entryDigest: string): string =>
  `anping-link-v1\n${previousLink}\n${sequence}\n${entryDigest}`;

export const FIRST_LINK = '0'.repeat(64);
