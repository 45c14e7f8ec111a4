import { escapeLiteral } from 'pg';
import type { BinaryRow } from '#platform/db/binary-copy.ts';
import { decompressed } from '#platform/db/compressed.ts';
import type { PackTexts } from '#process/standards/domain/index.ts';
import type { Trial } from './trial.ts';

/** Places of the columns of `frozenSubmissions`; the last two only where whole accounts are checked. */
const COLUMN = {
  declaration: 0,
  submission: 1,
  pack: 2,
  numerator: 3,
  denominator: 4,
  classCode: 5,
  texts: 6,
  traceDigest: 7,
} as const;

export const columnsRead = (withTexts: boolean): number => (withTexts ? 8 : 6);

/** The query for the current submission of every declaration of the campaign and industry, frozen as it was handed in; in the order in which they were made. */
export const frozenSubmissions = (cityId: number, { campaign, industry }: Trial, withTexts: boolean): string => {
  const more = withTexts ? ', s.texts, s.trace_digest' : '';
  return `select d.declaration_id, s.submission_id, s.pack, s.numerator, s.denominator, s.class_code${more}
    from declarations d join submissions s on s.city_id = d.city_id and s.submission_id = d.current_submission_id
    where d.city_id = ${Number(cityId)} and d.campaign_id = ${escapeLiteral(campaign.campaignId)} and d.industry = ${escapeLiteral(industry)}
    order by s.submission_id`;
};

/** Reads a row of it in place. */
export const submissionRow = (row: BinaryRow) => {
  const { start, end } = row;
  const textOf = (column: number): string => row.bytes.toString('utf8', start[column]!, end[column]!);
  return {
    bytes: () => row.bytes,
    declarationAt: () => start[COLUMN.declaration]!,
    submissionAt: () => start[COLUMN.submission]!,
    declarationId: () => {
      const hex = row.bytes.toString('hex', start[COLUMN.declaration]!, end[COLUMN.declaration]!);
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
    packFrom: () => start[COLUMN.pack]!,
    packTo: () => end[COLUMN.pack]!,
    numerator: () => int8(row.bytes, start[COLUMN.numerator]!),
    denominator: () => int8(row.bytes, start[COLUMN.denominator]!),
    classCode: () => (end[COLUMN.classCode]! < 0 ? null : textOf(COLUMN.classCode)),
    texts: () => {
      const packed = row.bytes.subarray(start[COLUMN.texts]!, end[COLUMN.texts]!);
      return decompressed<PackTexts>(packed);
    },
    traceDigest: () => textOf(COLUMN.traceDigest),
  };
};

export type SubmissionRow = ReturnType<typeof submissionRow>;

const int8 = (bytes: Buffer, at: number): number => bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
