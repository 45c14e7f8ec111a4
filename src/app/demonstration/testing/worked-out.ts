import { decompressed } from '#platform/db/compressed.ts';
import {
  type Answers,
  compile,
  type Edition,
  type PackTexts,
  parseEdition,
  type Score,
  score,
  unpackAnswers,
  withDeparture,
} from '#process/standards/domain/index.ts';
import { CITY, type Place } from './place.ts';

/** Answers as they are stored at one stage, and what the one function makes of them here and now. */
export interface WorkedOut {
  readonly id: string;
  readonly edition: Edition;
  readonly answers: Answers;
  /** With the departure, if the reviewer made one. */
  readonly result: Score;
  /** Before the departure. */
  readonly computed: Score;
  /** What the row says. */
  readonly stored: {
    readonly printed: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly classCode: string | null;
    readonly trace: readonly unknown[] | null;
    readonly traceDigest: string | null;
  };
  /** Enterprise and unit by name. */
  readonly unit: string;
  readonly enterpriseId: string;
}

export interface AllWorkedOut {
  readonly submissions: ReadonlyMap<string, WorkedOut>;
  readonly reviews: ReadonlyMap<string, WorkedOut>;
  readonly verifications: ReadonlyMap<string, WorkedOut>;
}

interface Row {
  id: string;
  edition_hash: string;
  pack: Buffer;
  texts: Buffer;
  numerator: string;
  denominator: string;
  printed: string;
  class_code: string | null;
  trace:
    | { rule: string; inputs: { person: string; reason: string; to: string; bound: { mostRanks: number } } }[]
    | null;
  trace_digest: string | null;
  enterprise: string;
  unit: string;
  enterprise_id: string;
}

const COLUMNS =
  'x.numerator, x.denominator, x.printed, x.pack, x.texts, e.enterprise_id, e.name as enterprise, u.name as unit';
const UNITS = 'join units u using (city_id, unit_id) join enterprises e using (city_id, enterprise_id)';

/** Every set of answers that a city holds, unpacked and scored again. */
export const workOut = async ({ database }: Place): Promise<AllWorkedOut> => {
  const rowsOf = async (query: string) => (await database.owner.query<Row>(query, [CITY])).rows;
  const editions = new Map(
    (
      await database.owner.query<{ edition_hash: string; content: unknown }>(
        'select edition_hash, content from editions where city_id = $1',
        [CITY],
      )
    ).rows.map(({ edition_hash, content }) => {
      const edition = parseEdition(content);
      if (!edition.ok) throw new Error(JSON.stringify(edition.error));
      return [edition_hash, { edition: edition.value, plan: compile(edition.value) }];
    }),
  );
  const worked = (rows: readonly Row[]): ReadonlyMap<string, WorkedOut> =>
    new Map(
      rows.map((row) => {
        const { edition, plan } = editions.get(row.edition_hash)!;
        const unpacked = unpackAnswers(edition, row.edition_hash, row.pack, decompressed<PackTexts>(row.texts));
        if (!unpacked.ok) throw new Error(`${row.id}: ${unpacked.error.code}`);
        const { answers } = unpacked.value;
        const computed = score(plan, answers, { trace: true });
        if (!computed.ok) throw new Error(`${row.id}: ${computed.error.code}`);
        const step = row.trace?.find(({ rule }) => rule === 'departure');
        const departed = step
          ? withDeparture(edition, computed.value, { ...step.inputs, mostRanks: step.inputs.bound.mostRanks })
          : computed;
        if (!departed.ok) throw new Error(`${row.id}: ${JSON.stringify(departed.error)}`);
        const stored = {
          printed: row.printed,
          numerator: Number(row.numerator),
          denominator: Number(row.denominator),
          classCode: row.class_code,
          trace: row.trace,
          traceDigest: row.trace_digest,
        };
        const about = { id: row.id, unit: `${row.enterprise}｜${row.unit}`, enterpriseId: row.enterprise_id };
        return [row.id, { ...about, edition, answers, computed: computed.value, result: departed.value, stored }];
      }),
    );
  return {
    submissions: worked(
      await rowsOf(`select x.submission_id as id, x.edition_hash, x.class_code, null as trace, x.trace_digest, ${COLUMNS}
        from submissions x join declarations d using (city_id, declaration_id)
        join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
        join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id where x.city_id = $1`),
    ),
    reviews: worked(
      await rowsOf(`select x.review_id as id, x.edition_hash, x.proposed_class as class_code, x.trace, null as trace_digest, ${COLUMNS}
        from reviews x ${UNITS} where x.city_id = $1 and x.pack is not null`),
    ),
    verifications: worked(
      await rowsOf(`select x.verification_id as id, r.edition_hash, x.class_code, x.trace, null as trace_digest, ${COLUMNS}
        from verifications x join reviews r on r.city_id = x.city_id and r.review_id = x.review_id
        join units u on u.city_id = x.city_id and u.unit_id = x.unit_id
        join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id where x.city_id = $1 and x.state = 'confirmed'`),
    ),
  };
};
