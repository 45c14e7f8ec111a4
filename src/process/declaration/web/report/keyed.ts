/** The members of a list whose order never changes while it is shown, each with its position as the key. */
export const keyed = <T>(list: readonly T[]): readonly { readonly key: string; readonly value: T }[] =>
  list.map((value, at) => ({ key: String(at), value }));
