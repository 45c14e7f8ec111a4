import type { Issue, Params } from '#lib/result.ts';

/** An object as JSON gives it; read members with `own`, so that a name like `constructor` means nothing special. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Collects the faults of one document; every code comes from one closed set. */
export interface Reading<Code extends string> {
  readonly faults: Issue[];
  readonly fault: (path: string, code: Code, params?: Params) => undefined;
}

export const reading = <Code extends string>(): Reading<Code> => {
  const faults: Issue[] = [];
  return {
    faults,
    fault: (path, code, params) => {
      faults.push(params ? { path, code, params } : { path, code });
      return undefined;
    },
  };
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const own = (holder: JsonObject, name: string): unknown =>
  Object.hasOwn(holder, name) ? holder[name] : undefined;

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
