type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `registration.staffCount`; undefined if there is none. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isTree(value) ? value[name] : undefined), values);

/** A copy with another value at the path; only what lies on the way is new. */
export const withValueAt = <V>(values: V, path: string, value: unknown): V => {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  const tree: Tree = isTree(values) ? values : {};
  return { ...tree, [name]: rest.length === 0 ? value : withValueAt(tree[name], rest.join('.'), value) } as V;
};

/** What a number field means by its text: a number, nothing (null), or the text itself, for the check to object to. */
export const readNumber = (text: string): number | string | null => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : trimmed;
};
