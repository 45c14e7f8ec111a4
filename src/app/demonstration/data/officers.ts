import type { Role } from '#parties/access/domain/roles.ts';
import { industryKinds } from './industries.ts';
import { personName } from './names.ts';
import { randomOf } from './random.ts';

export interface MadePerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly bodyId: string | null;
  /** In which an expert verifies. */
  readonly industries: readonly string[];
}

/** Bodies that receive declarations, with the beginning of their officers' logins. */
export const receivingBodies = {
  'bureau-dongqu': 'dongqu',
  'bureau-xiqu': 'xiqu',
  'bureau-renhe': 'renhe',
  'bureau-miyi': 'miyi',
  'bureau-yanbian': 'yanbian',
  'vt-park': 'park',
  'division-non-coal-mines': 'feimei',
  'division-coal-mines': 'meikuang',
  'division-hazardous-chemicals': 'weihua',
  'division-industry-trade': 'gongmao',
} as const;
export type ReceivingBody = keyof typeof receivingBodies;

const EXPERTS_PER_INDUSTRY = 3;

/** The officers of every body (two reviewers, two who sign off), the city's own, experts, the administrator and the auditor. */
export const makeOfficers = (seed: string): readonly MadePerson[] => {
  const random = randomOf(seed, 'officers');
  const taken = new Set<string>();
  const name = (): string => {
    for (;;) {
      const found = personName(random);
      if (taken.has(found)) continue;
      taken.add(found);
      return found;
    }
  };
  const person = (
    login: string,
    roles: readonly Role[],
    bodyId: string | null,
    industries: readonly string[] = [],
  ) => ({
    login,
    name: name(),
    roles,
    bodyId,
    industries,
  });
  const ofBodies = Object.entries(receivingBodies).flatMap(([bodyId, login]) => [
    person(`${login}-chushen1`, ['reviewer'], bodyId),
    person(`${login}-chushen2`, ['reviewer'], bodyId),
    person(`${login}-shenqian1`, ['sign-off'], bodyId),
    person(`${login}-shenqian2`, ['sign-off'], bodyId),
  ]);
  const experts = industryKinds.flatMap(({ industry }, at) =>
    Array.from({ length: EXPERTS_PER_INDUSTRY }, (_, which) => {
      const second = industryKinds[(at + 1) % industryKinds.length]?.industry ?? industry;
      return person(
        `zhuanjia${at * EXPERTS_PER_INDUSTRY + which + 1}`,
        ['expert'],
        null,
        which === 0 ? [industry, second] : [industry],
      );
    }),
  );
  return [
    person('admin', ['administrator'], 'city-bureau'),
    person('zonghe1', ['city-office'], 'city-office'),
    person('zonghe2', ['city-office'], 'city-office'),
    person('lingdao1', ['leading-group'], 'city-leading-group'),
    person('lingdao2', ['leading-group'], 'city-leading-group'),
    person('shenji', ['auditor'], 'city-bureau'),
    ...ofBodies,
    ...experts,
  ];
};
