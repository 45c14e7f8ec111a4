/** The outcome of something that may be refused. An `err` is an expected answer, never a bug: bugs throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Parameters that a text catalogue fills into the wording of a code. */
export type Params = Readonly<Record<string, string | number>>;

/** One fault of an input. `path` is a field path (`registration.staffCount`) or a cell (`名册!C7`). */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly params?: Params;
}

/** Understood, but malformed or incomplete: every fault at once, so that a person mends all of them in one go. */
export interface Issues {
  readonly kind: 'issues';
  readonly issues: readonly Issue[];
}

/**
 * Understood, but not allowed now or for this person.
 * `conflict`: the record changed meanwhile, load it again; `final`: asking again will not help; `retry`: try again later.
 */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: string;
  readonly status: 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly again: 'conflict' | 'final' | 'retry';
  readonly params?: Params;
}

export type Fault = Issues | Refusal;

export const issues = (list: readonly Issue[]): { readonly ok: false; readonly error: Issues } =>
  err({ kind: 'issues', issues: list });

export const refuse = (
  code: string,
  status: Refusal['status'] = 409,
  params?: Params,
  again: Refusal['again'] = status === 409 ? 'conflict' : 'final',
): { readonly ok: false; readonly error: Refusal } => err({ kind: 'refusal', code, status, again, params });
