import { createHash } from 'node:crypto';

/** A statement with its parameters apart. Only the `sql` tag makes one, so a value can never become syntax. */
export interface Sql {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'parts' in value && 'values' in value;

/** Builds a statement: sql`select * from units where unit_id = ${id} ${more}`; another `Sql` may stand in a place. */
export const sql = (strings: TemplateStringsArray, ...inserted: readonly unknown[]): Sql => {
  if (!inserted.some(isSql)) return { parts: strings, values: inserted };
  const parts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  inserted.forEach((value, index) => {
    const after = strings[index + 1] ?? '';
    if (isSql(value)) {
      parts[parts.length - 1] += value.parts[0] ?? '';
      parts.push(...value.parts.slice(1));
      parts[parts.length - 1] += after;
      values.push(...value.values);
    } else {
      values.push(value);
      parts.push(after);
    }
  });
  return { parts, values };
};

export const nothing: Sql = { parts: [''], values: [] };

/** Joins conditions with `and`; without any it is `true`. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : conditions.reduce((left, right) => sql`${left} and ${right}`);

export const joined = (list: readonly Sql[], separator: ',' | ' '): Sql => {
  const [first, ...rest] = list;
  if (!first) return nothing;
  return rest.reduce((left, right) => (separator === ',' ? sql`${left}, ${right}` : sql`${left} ${right}`), first);
};

/**
 * The end of a statement that lists a page, the first one being 1. Numbers in the text and not parameters: of a stretch that it cannot
 * see the planner expects a tenth of the table, finds that bad, and plans anew at each run. @throws unless both are whole and positive
 */
export const pageOf = ({ page, size }: { readonly page: number; readonly size: number }): Sql => {
  if (![page, size].every((each) => Number.isSafeInteger(each) && each > 0)) throw new RangeError('no page');
  // Later pages are asked for too seldom to be worth a statement each.
  return page === 1 ? { parts: [`limit ${size}`], values: [] } : sql`limit ${size} offset ${(page - 1) * size}`;
};

/** A value for a jsonb column: an array would otherwise become a PostgreSQL array. */
export const json = (value: unknown): string => JSON.stringify(value);

const names = new Map<string, string>();
/** Of statements without another in them, whose parts are the same list at each run: what would be joined and looked up anew. */
const known = new WeakMap<readonly string[], { readonly text: string; readonly name: string }>();

/** For the extended protocol: numbered places, and a stable name so that the statement is planned once a connection. */
export const toQuery = ({ parts, values }: Sql): { text: string; values: unknown[]; name: string } => {
  let statement = known.get(parts);
  if (!statement) {
    let text = parts[0] ?? '';
    for (let index = 1; index < parts.length; index++) text += `$${index}${parts[index]}`;
    let name = names.get(text);
    if (name === undefined) {
      name = createHash('sha1').update(text).digest('hex').slice(0, 20);
      if (names.size < 5_000) names.set(text, name);
    }
    statement = { text, name };
    known.set(parts, statement);
  }
  return { ...statement, values: values.slice() };
};
