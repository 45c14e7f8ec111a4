import canonicalize from 'canonicalize';
import type { IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { fixedByText } from '#process/spot-check/domain/official-wording.ts';

/** One unit of a batch as it was frozen when the batch was prepared. Scores and classes as printed. */
export interface AdoptedRow {
  readonly settledId: string;
  readonly unitId: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly unit: string;
  readonly division: string;
  readonly body: string;
  readonly industry: string;
  readonly affiliation: string;
  readonly selfPrinted: string;
  readonly selfClass: string | null;
  readonly reviewedPrinted: string;
  readonly reviewedClass: string | null;
  readonly basis: 'verified' | 'reviewed-kept';
  readonly printed: string;
  readonly classCode: string;
  readonly className: string;
  /** Who fixed the class in place of the city. Lists frozen before this was kept lack it. */
  readonly fixedBy?: IssuedDocument | null;
  /** Why the class differs from the computed or reviewed one; empty if it does not. */
  readonly adjustment: string;
  readonly validityMonths: number;
  readonly noticeNumber: string;
  readonly editionHash: string;
}

/** What the public reads of a row; nothing about persons, scores or findings. */
export interface PublicListRow {
  readonly no: number;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly unit: string;
  readonly division: string;
  readonly body: string;
  readonly industry: string;
  readonly classCode: string;
  readonly class: string;
  readonly validityMonths: number;
}

/** The class as everybody reads it: its name, or who fixed it in place of the city. */
export const publicClass = ({ fixedBy, className }: AdoptedRow): string => (fixedBy ? fixedByText(fixedBy) : className);

export const publicRow = (row: AdoptedRow, index: number): PublicListRow => ({
  no: index + 1,
  enterprise: row.enterprise,
  creditCode: row.creditCode,
  unit: row.unit,
  division: row.division,
  body: row.body,
  industry: row.industry,
  classCode: row.classCode,
  class: publicClass(row),
  validityMonths: row.validityMonths,
});

/**
 * The text whose SHA-256 is the list's digest: the public rows in order, in the form of RFC 8785. The very same text is offered
 * for download with the published list, so that anyone can recompute the digest.
 */
export const canonicalList = (rows: readonly AdoptedRow[]): string => canonicalize(rows.map(publicRow)) ?? '[]';

/** Units per class, in the order in which the classes are given; classes without a unit are left out. */
export const countByClass = <Class extends { readonly code: string }>(
  rows: readonly { readonly classCode: string }[],
  classes: readonly Class[],
): { readonly class: Class; readonly count: number }[] =>
  classes
    .map((one) => ({ class: one, count: rows.filter(({ classCode }) => classCode === one.code).length }))
    .filter(({ count }) => count > 0);
