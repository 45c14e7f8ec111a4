import type { PoolClient } from 'pg';
import { type BinaryWriter, binaryWriter } from '#platform/db/binary-copy.ts';
import type { SubmissionRow } from './frozen-submissions.ts';
import type { TriedOut } from './try-out.ts';

export interface ResultsWriter extends Pick<BinaryWriter, 'flush' | 'end'> {
  readonly add: (row: SubmissionRow, result: TriedOut) => void;
}

const FIELDS = [
  'run_id',
  'city_id',
  'submission_id',
  'declaration_id',
  'class_code',
  'numerator',
  'denominator',
  'trace_digest',
  'unanswered',
];

/** Writes what each unit came to; the caller has opened the transaction and lifted the table's forced security. */
export const resultsWriter = (client: PoolClient, cityId: number, runId: string): ResultsWriter => {
  const writer = binaryWriter(client, `rescore_results (${FIELDS.join(', ')})`);
  const run = Buffer.from(runId.replaceAll('-', ''), 'hex');
  const classes = new Map<string, Buffer>();
  const encoded = (code: string): Buffer => {
    const known = classes.get(code);
    if (known) return known;
    const bytes = Buffer.from(code, 'utf8');
    classes.set(code, bytes);
    return bytes;
  };
  return {
    add: (row, { after, outcome, digest, unanswered }) => {
      writer.row(FIELDS.length);
      writer.raw(run);
      writer.int4(cityId);
      writer.raw(row.bytes(), row.submissionAt(), row.submissionAt() + run.length);
      writer.raw(row.bytes(), row.declarationAt(), row.declarationAt() + run.length);
      if (after === null) writer.nothing();
      else writer.raw(encoded(after));
      if (outcome) {
        writer.int8(outcome.normalised.num);
        writer.int8(outcome.normalised.den);
      } else {
        writer.nothing();
        writer.nothing();
      }
      if (digest !== null) writer.latin1(digest);
      else writer.nothing();
      writer.int4(unanswered);
    },
    flush: writer.flush,
    end: writer.end,
  };
};
