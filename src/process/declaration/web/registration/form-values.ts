/** Reading and changing values by path, `registration.team.0.name`: objects by name, lists by place. */
export const valueIn = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined,
      values,
    );

/** A copy with another value at the path; only what lies on the way is new. */
export const changedIn = (values: unknown, path: readonly string[], value: unknown): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(values)) return values.map((one, at) => (String(at) === name ? changedIn(one, rest, value) : one));
  const tree = (typeof values === 'object' && values !== null ? values : {}) as Readonly<Record<string, unknown>>;
  return { ...tree, [name]: changedIn(tree[name], rest, value) };
};

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A table as it is sent: rows in which nothing but the fixed column stands are left out. */
export const filledRows = (value: unknown, fixed?: string): unknown =>
  Array.isArray(value)
    ? value.filter((row) => Object.entries(row as object).some(([name, cell]) => name !== fixed && !isBlank(cell)))
    : value;

/** As the server keeps it: blank is nothing. */
export const settled = (value: unknown): unknown => {
  if (isBlank(value) || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === 'string' ? value.trim() : value;
};
