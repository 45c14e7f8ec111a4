import type { Params } from '#lib/result.ts';
import { type StartCode, startText } from '#platform/start.text.ts';
import { fill } from '#platform/text.ts';

/** Both languages, one sentence group a line: a terminal does not say which one its reader prefers. */
export const startSentences = (code: StartCode, params: Params = {}): string =>
  `${fill(startText['zh-CN'][code], params)}\n${fill(startText.en[code], params)}`;

/** Why the program cannot start or go on. The message is for the operator's terminal and names the cure. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly code: StartCode;
  readonly params: Params;

  constructor(code: StartCode, params: Params = {}, cause?: unknown) {
    super(startSentences(code, params), cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
  }
}

/** The message of whatever was thrown. */
export const messageOf = (thrown: unknown): string => {
  if (thrown instanceof AggregateError && thrown.message === '') return thrown.errors.map(messageOf).join('; ');
  return thrown instanceof Error ? thrown.message : String(thrown);
};
