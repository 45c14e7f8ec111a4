import type { Translate } from '#platform/text.ts';
import type { Edition, Effect, Item } from './domain/index.ts';
import type { StandardsKey } from './standards.text.ts';

type T = Translate<StandardsKey>;

/** Points as people write them: units ÷ units per point, at most four decimals, no superfluous zeros. */
export const pointsText = (units: number, { unitsPerPoint }: Pick<Edition, 'unitsPerPoint'>): string =>
  String(Math.round((units / unitsPerPoint) * 10_000) / 10_000);

/** The name of a class of the edition, its code where it has none. */
export const className = ({ classes }: Edition, code: string): string =>
  classes.find((one) => one.code === code)?.name ?? code;

/** An element as it is called in a sentence: its clause and its title. */
export const elementTitle = ({ elements }: Edition, id: string): string => {
  const { clause, title } = elements.find((one) => one.id === id) ?? {};
  return [clause, title].filter((part) => part !== undefined && part !== '').join(' ') || id;
};

const SHORT = 24;

/** An item as it is called in a sentence: its clause and the beginning of its requirement. */
export const itemName = ({ clause, text, id }: Item): string => {
  const characters = [...(text ?? '').replace(/[。.]$/, '')];
  const short = characters.length > SHORT ? `${characters.slice(0, SHORT).join('')}…` : characters.join('');
  return [clause ?? id, short].filter((part) => part !== '').join(' ');
};

/** What an effect does, in words. */
export const effectText = (edition: Edition, effect: Effect, t: T): string => {
  if ('cap' in effect) return t('standards.effect.cap', { class: className(edition, effect.cap) });
  if ('down' in effect) return t('standards.effect.down', { by: effect.down });
  if ('zero' in effect) return t('standards.effect.zero', { element: elementTitle(edition, effect.zero) });
  if ('status' in effect) return t('standards.effect.status', { class: className(edition, effect.status) });
  return t('standards.effect.refuse');
};
