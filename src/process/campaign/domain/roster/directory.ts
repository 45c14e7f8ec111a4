import { foldName } from '#parties/enterprises/domain/name-search.ts';
import type { Scheme } from '../scheme.ts';

/** Bodies of these kinds supervise units. */
export const SUPERVISING_KINDS: readonly string[] = ['county-bureau', 'park', 'division'];

export interface DirectoryBody {
  readonly bodyId: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly territory: string | null;
}

/** A text of the workbook as a code of the scheme; undefined if nobody is called so. */
type Lookup = (text: string) => string | undefined;

/** What the words in a roster stand for. Width, punctuation and blanks do not count: `县(区)属` is `县（区）属`. */
export interface Directory {
  readonly scheme: Scheme;
  readonly bodies: readonly DirectoryBody[];
  /** Industries with an edition in the campaign. */
  readonly assessed: ReadonlySet<string>;
  readonly industry: Lookup;
  readonly division: Lookup;
  readonly body: Lookup;
  readonly affiliation: Lookup;
}

const lookup = (entries: readonly (readonly [code: string, names: readonly string[]])[]): Lookup => {
  const codes = new Map<string, string>();
  for (const [code, names] of entries) for (const name of [code, ...names]) codes.set(foldName(name), code);
  return (text) => codes.get(foldName(text));
};

/** Names, short names and the names of 2009 of bodies; divisions also with the city's name before them. */
export const createDirectory = (
  scheme: Scheme,
  bodies: readonly DirectoryBody[],
  cityName: string,
  assessed: ReadonlySet<string>,
): Directory => ({
  scheme,
  bodies,
  assessed,
  industry: lookup(scheme.industries.map(({ code, name }) => [code, [name]])),
  division: lookup(scheme.divisions.map(({ code, name }) => [code, [name, `${cityName}${name}`]])),
  body: lookup(bodies.map((body) => [body.bodyId, [body.name, body.short, ...body.aliases]])),
  affiliation: lookup(scheme.affiliations.map(({ code, name }) => [code, [name]])),
});
