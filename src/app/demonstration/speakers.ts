import type { Actor } from '#parties/access/domain/roles.ts';
import { type People, personOf } from './accounts.ts';
import { reaches } from './data/journeys.ts';
import { makeOfficers } from './data/officers.ts';
import type { Author } from './data/standards/plan.ts';
import type { MakingUnit } from './units.ts';

/** Who of the city says something about a standard. */
export interface Speakers {
  /** The person for this author; undefined where a small city has none who works with the standard of this industry. */
  of(author: Author, industry: string): Actor | undefined;
}

/**
 * @param visitors logins of the sign-in page by what they are there for
 */
export const speakersOf = (
  people: People,
  units: readonly MakingUnit[],
  seed: string,
  visitors: Readonly<Record<'expert' | 'draft-begun' | 'adopted', string | undefined>>,
): Speakers => {
  const officers = makeOfficers(seed);
  const expertsOf = (industry: string) =>
    officers.filter(({ roles, industries }) => roles.includes('expert') && industries.includes(industry));
  const firmsOf = (industry: string): readonly string[] => [
    ...new Set(
      units
        .filter(({ unit, goal }) => unit.industry === industry && reaches(goal, 'draft-begun'))
        .map(({ enterprise }) => enterprise.creditCode.toLowerCase()),
    ),
  ];
  const find = (author: Author, industry: string): string | undefined => {
    if ('officer' in author) return author.officer;
    if ('expertOf' in author) return expertsOf(author.expertOf)[author.turn]?.login;
    if ('firmOf' in author) return firmsOf(author.firmOf)[author.turn];
    const login = visitors[author.visitor];
    if (author.visitor !== 'expert') return login && firmsOf(industry).includes(login) ? login : undefined;
    const asked = expertsOf(industry);
    return (asked.find((one) => one.login === login) ?? asked[0])?.login;
  };
  return {
    of: (author, industry) => {
      const login = find(author, industry);
      return login === undefined ? undefined : personOf(people, login);
    },
  };
};
