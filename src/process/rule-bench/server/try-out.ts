import { hash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import {
  type Outcome,
  type PackedScorer,
  packedAccount,
  packedEdition,
  packedScorer,
  repacker,
  score,
  unpackAnswers,
} from '#process/standards/domain/index.ts';
import type { StoredEdition } from '#process/standards/server/edition-store.ts';
import type { Standing, Unscored } from '../domain/class-migration.ts';
import type { SubmissionRow } from './frozen-submissions.ts';
import type { Trial } from './trial.ts';

/** What was kept with a submission and is not what its own edition gives today. */
export type Differing = 'numerator' | 'denominator' | 'class' | 'trace';

/** What a unit comes to under the edition that is tried out. */
export interface TriedOut {
  readonly before: Standing;
  readonly after: Standing;
  readonly unscored: Unscored | null;
  /** Null where there is no score. */
  readonly outcome: Outcome | null;
  /** Items without an answer. */
  readonly unanswered: number;
  readonly differing: readonly Differing[];
  /** SHA-256 of the packed account, a byte a character; null without a score, and where none is asked for. */
  readonly digest: string | null;
}

/** Submissions that were answered under one edition. */
interface Answered {
  readonly stored: StoredEdition;
  readonly scorer: PackedScorer;
  /** Null for the edition that is tried out itself. */
  readonly repack: ReturnType<typeof repacker> | null;
  /** Whether the edition tried out asks for a kind of fact that this one did not, so that it was not frozen. */
  readonly lacksFacts: boolean;
}

const NOTHING: readonly Differing[] = [];

/**
 * Prepares trying an edition out on submissions, one after the other.
 * @param editions under which submissions of the industry can have been answered
 * @returns refused if there are none
 */
export const tryingOut = (
  { edition, hash: trialHash, plan, industry }: Trial,
  editions: readonly StoredEdition[],
  { digests, traces }: { readonly digests: boolean; readonly traces: boolean },
): Result<(row: SubmissionRow) => Result<TriedOut, Refusal>, Refusal> => {
  const answered: Answered[] = [];
  for (const stored of editions) {
    const same = stored.hash === trialHash;
    const asked = new Set(stored.edition.gates.map(({ fact }) => fact));
    const lacksFacts = !same && edition.gates.some(({ fact }) => !asked.has(fact));
    const repack = same ? null : repacker(stored.edition, edition, trialHash);
    answered.push({ stored, scorer: packedScorer(stored.plan, stored.hash), repack, lacksFacts });
  }
  const [first] = answered;
  if (!first) return refuse('rescore.industryNotAssessed', 422, { industry });
  let last = first;
  const scorer = packedScorer(plan, trialHash);
  const packed = packedAccount(plan);
  const account = digests ? packed.account : null;
  const begin = (bytes: Uint8Array, from: number, to: number): void => {
    if (digests) packed.begin(bytes, from, to);
  };
  /** Under the edition that the pack names; the one of the pack before is tried first. */
  const own = (bytes: Buffer, from: number, to: number): Result<Outcome, Refusal> => {
    begin(bytes, from, to);
    const result = last.scorer(bytes, from, to, last.repack ? null : account);
    if (result.ok || result.error.code !== 'pack.otherEdition') return result;
    const named = packedEdition(bytes, from);
    const other = answered.find(({ stored }) => stored.hash === named);
    if (!other) return result;
    last = other;
    begin(bytes, from, to);
    return last.scorer(bytes, from, to, last.repack ? null : account);
  };

  return ok((row) => {
    const [bytes, from, to] = [row.bytes(), row.packFrom(), row.packTo()];
    const mine = own(bytes, from, to);
    if (!mine.ok && mine.error.code !== 'score.everythingNotApplicable') return mine;
    const { stored, repack, lacksFacts } = last;
    const before = row.classCode();
    const differing = [
      ...differences(row, before, mine.ok ? mine.value : null),
      ...(traces && !traceHolds(row, stored) ? (['trace'] as const) : NOTHING),
    ];
    const none = (unscored: Unscored, unanswered: number): Result<TriedOut, Refusal> =>
      ok({ before, after: null, unscored, outcome: null, unanswered, differing, digest: null });
    const made = repack?.(bytes, from, to);
    if (made && made.unanswered > 0) return none('needs-answers', made.unanswered);
    if (lacksFacts) return none('needs-facts', 0);
    if (made) begin(made.bytes, 0, made.length);
    const result = made ? scorer(made.bytes, 0, made.length, account) : mine;
    if (!result.ok) return none('no-score', 0);
    const digest = account ? hash('sha256', packed.bytes(), 'binary') : null;
    const outcome = result.value;
    return ok({ before, after: outcome.class, unscored: null, outcome, unanswered: 0, differing, digest });
  });
};

const differences = (row: SubmissionRow, before: Standing, mine: Outcome | null): readonly Differing[] => {
  if (!mine) return ['numerator', 'denominator', 'class'];
  const { num, den } = mine.normalised;
  if (row.numerator() === num && row.denominator() === den && before === mine.class) return NOTHING;
  const found: Differing[] = [];
  if (row.numerator() !== num) found.push('numerator');
  if (row.denominator() !== den) found.push('denominator');
  if (before !== mine.class) found.push('class');
  return found;
};

/** Whether the whole account, with its reasons, still has the digest that was kept with the submission. */
const traceHolds = (row: SubmissionRow, { edition, hash: editionHash, plan }: StoredEdition): boolean => {
  const pack = row.bytes().subarray(row.packFrom(), row.packTo());
  const answers = unpackAnswers(edition, editionHash, pack, row.texts());
  const scored = answers.ok ? score(plan, answers.value.answers, { trace: true }) : answers;
  return scored.ok && hash('sha256', JSON.stringify(scored.value.trace)) === row.traceDigest();
};
