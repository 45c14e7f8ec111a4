/** What was typed and is not a value yet that could be sent, by field; found again after a reload. One key a field, so tabs do not meet. */
export interface TypedFields {
  readonly keep: (field: string, value: unknown) => void;
  readonly forget: (field: string) => void;
  readonly all: () => ReadonlyMap<string, unknown>;
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A full or forbidden storage costs only what a reload would have brought back. */
const attempt = <T>(act: () => T, otherwise: T): T => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};

export const typedFields = (kept: Kept, name: string): TypedFields => {
  const prefix = `typed ${name} `;
  return {
    keep: (field, value) => attempt(() => kept.setItem(`${prefix}${field}`, JSON.stringify(value ?? null)), undefined),
    forget: (field) => attempt(() => kept.removeItem(`${prefix}${field}`), undefined),
    all: () =>
      attempt(() => {
        const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '');
        const own = keys.filter((key) => key.startsWith(prefix));
        return new Map(
          own.map((key) => [key.slice(prefix.length), JSON.parse(kept.getItem(key) ?? 'null') as unknown]),
        );
      }, new Map()),
  };
};
