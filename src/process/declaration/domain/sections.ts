import type { Edition, Element, Item } from '#process/standards/domain/index.ts';

/** The part of an edition that is answered and saved together: a second-level element with its items, in the edition's order. */
export interface Section {
  readonly elementId: string;
  readonly title: string;
  /** The first-level element above it (or itself, where items stand directly under one). */
  readonly top: { readonly id: string; readonly title: string };
  readonly items: readonly Item[];
}

const ancestors = (edition: Edition): ReadonlyMap<string, readonly Element[]> => {
  const byId = new Map(edition.elements.map((element) => [element.id, element]));
  const line = (element: Element): Element[] => {
    const parent = element.parent === null ? undefined : byId.get(element.parent);
    return parent ? [...line(parent), element] : [element];
  };
  return new Map(edition.elements.map((element) => [element.id, line(element)]));
};

/** Every item of the edition in exactly one section. */
export const sectionsOf = (edition: Edition): readonly Section[] => {
  const lines = ancestors(edition);
  const sections = new Map<string, Omit<Section, 'items'> & { items: Item[] }>();
  for (const item of edition.items) {
    const line = lines.get(item.element) ?? [];
    const top = line[0]!;
    const own = line[1] ?? top;
    const section = sections.get(own.id) ?? {
      elementId: own.id,
      title: own.title ?? own.id,
      top: { id: top.id, title: top.title ?? top.id },
      items: [],
    };
    section.items.push(item);
    sections.set(own.id, section);
  }
  return [...sections.values()];
};
