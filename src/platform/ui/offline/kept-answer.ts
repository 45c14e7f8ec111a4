/** What a page asks to keep: files of the client, and paths of reads. */
export interface Kept {
  readonly files: readonly string[];
  readonly reads: readonly string[];
}

/** The cache that holds answers to reads. */
export const ANSWERS = 'anping-answers';

const KEPT_AT = 'anping-kept-at';
/** As long as a session lasts at most. */
const HOURS = 12;

/** A copy of an answer that knows when it was kept. @param now milliseconds since 1970 */
export const keptAnswer = async (answer: Response, now: number): Promise<Response> => {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, String(now));
  return new Response(await answer.blob(), { status: answer.status, headers });
};

/** The kept answer with another content, as old as it was. */
export const amendedAnswer = (kept: Response, content: unknown): Response =>
  new Response(JSON.stringify(content), { status: kept.status, headers: kept.headers });

/** Whether a kept answer may still be shown. @param now milliseconds since 1970 */
export const stillGood = (kept: Response, now: number): boolean => {
  const at = Number(kept.headers.get(KEPT_AT) ?? Number.NaN);
  return now - at >= 0 && now - at < HOURS * 3_600_000;
};
