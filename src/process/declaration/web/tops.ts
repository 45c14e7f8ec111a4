import type { Completeness } from '../domain/completeness.ts';
import type { Section } from '../domain/sections.ts';

/** A first-level element of the sheet: what is shown at once, 10–40 items. */
export interface Top {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** Ids of its items. */
  readonly items: readonly string[];
  readonly answered: number;
  readonly total: number;
  readonly firstOpen: string | undefined;
}

/** The sections gathered under their first-level elements, with how far each is. */
export const byTop = (sections: readonly Section[], { sections: progress }: Completeness): readonly Top[] => {
  const tops = new Map<string, Section[]>();
  for (const section of sections) tops.set(section.top.id, [...(tops.get(section.top.id) ?? []), section]);
  return [...tops.values()].map((own) => {
    const states = own.map(({ elementId }) => progress.find((one) => one.elementId === elementId));
    return {
      id: own[0]!.top.id,
      title: own[0]!.top.title,
      sections: own,
      items: own.flatMap(({ items }) => items.map(({ id }) => id)),
      answered: states.reduce((sum, state) => sum + (state?.answered ?? 0), 0),
      total: states.reduce((sum, state) => sum + (state?.total ?? 0), 0),
      firstOpen: states.flatMap((state) => state?.open ?? [])[0],
    };
  });
};
