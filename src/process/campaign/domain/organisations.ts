import { z } from 'zod';
import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import type { Scheme } from './scheme.ts';
import { zodIssues } from './zod-issues.ts';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bureau-dongqu');

export const BODY_KIND = [
  'city-bureau',
  'city-office',
  'division',
  'leading-group',
  'leading-group-office',
  'county-bureau',
  'park',
] as const;

const body = z
  .strictObject({
    id,
    name: text,
    short: text,
    aliases: z.array(text).readonly(),
    kind: z.enum(BODY_KIND),
    parent: id.nullable(),
    seat: id.optional(),
    territory: z
      .string()
      .regex(/^\d{6}$/, '510402')
      .nullable(),
    industries: z.array(id).min(1).readonly().optional(),
    duties: text,
    posts: z
      .array(z.strictObject({ post: text, holder: text }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();

const organisations = z.strictObject({
  format: z.literal('anping-organisations-v1'),
  bodies: z.array(body).min(1).readonly(),
});

export type BodyKind = (typeof BODY_KIND)[number];

/** 机构: a bureau, division, park or leading group. `territory` is a division code, `seat` the body whose rooms and staff it uses. */
export type Body = z.infer<typeof body>;

/** Reads the bodies of a scheme from parsed YAML or JSON; `path` as in the file. A parent stands before its children. */
export const parseOrganisations = (input: unknown): Result<readonly Body[], Issues> => {
  const parsed = organisations.safeParse(input);
  if (!parsed.success) return issues(zodIssues('organisations.form', parsed.error));
  const { bodies } = parsed.data;
  const found: Issue[] = [];
  const ids = new Set<string>();
  const names = new Map<string, string>();
  bodies.forEach((entry, at) => {
    if (ids.has(entry.id))
      found.push({ path: `bodies[${at}].id`, code: 'organisations.doubled', params: { value: entry.id } });
    for (const [field, value] of [['parent', entry.parent] as const, ['seat', entry.seat] as const])
      if (value && !ids.has(value))
        found.push({ path: `bodies[${at}].${field}`, code: 'organisations.unknownBody', params: { value } });
    ids.add(entry.id);
    for (const name of new Set([entry.name, entry.short, ...entry.aliases])) {
      const other = names.get(name);
      if (other)
        found.push({ path: `bodies[${at}]`, code: 'organisations.nameDoubled', params: { value: name, body: other } });
      else names.set(name, entry.id);
    }
  });
  return found.length > 0 ? issues(found) : ok(bodies);
};

/** Every body that the scheme sends a declaration to exists and is what the table takes it for. Paths are those of the scheme. */
export const bodyConflicts = (scheme: Scheme, bodies: readonly Body[]): readonly Issue[] => {
  const byId = new Map(bodies.map((entry) => [entry.id, entry]));
  const expect = (path: string, value: string, holds: (found: Body) => boolean): readonly Issue[] => {
    const found = byId.get(value);
    if (!found) return [{ path, code: 'scheme.unknownBody', params: { value } }];
    return holds(found) ? [] : [{ path, code: 'scheme.bodyOfOtherKind', params: { value, kind: found.kind } }];
  };
  return [
    ...scheme.divisions.flatMap((entry, at) =>
      expect(
        `divisions[${at}].bureau`,
        entry.bureau,
        (found) => found.kind === 'county-bureau' && found.territory === entry.code,
      ),
    ),
    ...scheme.industries.flatMap((entry, at) =>
      expect(
        `industries[${at}].division`,
        entry.division,
        (found) => found.kind === 'division' && (found.industries ?? []).includes(entry.code),
      ),
    ),
    ...scheme.routing.flatMap((rule, at) =>
      (rule.supervisingBodies ?? []).flatMap((value, index) =>
        expect(`routing[${at}].supervisingBodies[${index}]`, value, () => true),
      ),
    ),
  ];
};
