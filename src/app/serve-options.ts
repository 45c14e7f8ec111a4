import { ok, type Result } from '#lib/result.ts';
import { type OptionFault, readOptions } from './cli/options.ts';

/** What a new data folder is filled with; an instance that holds a city already is not changed by it. */
export interface ServeOptions {
  /** An instance for real use instead of a demonstration. */
  readonly empty: boolean;
  /** Enterprises of the demonstration. */
  readonly enterprises: number;
  readonly seed: string;
}

const MOST_ENTERPRISES = 20_000;

const isCount = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= MOST_ENTERPRISES;

/** The options of `serve` and of `npm start`. */
export const readServeOptions = (args: readonly string[]): Result<ServeOptions, OptionFault> => {
  const given = readOptions(args, {
    empty: { kind: 'flag' },
    enterprises: { kind: 'value', pattern: isCount },
    seed: { kind: 'value' },
  });
  if (!given.ok) return given;
  const { empty, enterprises = '300', seed = 'panzhihua' } = given.value;
  return ok({ empty: empty !== undefined, enterprises: Number(enterprises), seed });
};
