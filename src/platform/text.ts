import type { Params } from '#lib/result.ts';

/** Languages of the interface; `zh-CN` is the source. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The same keys as the source, each with the same placeholders: a missing or misspelt one does not compile. */
export type Translation<Source extends Readonly<Record<string, string>>> = {
  readonly [Key in keyof Source]: Placeholders<Source[Key]> extends never
    ? string
    : WithPlaceholders<Placeholders<Source[Key]>>;
};
type WithPlaceholders<Names extends string> = string & { readonly __placeholders?: Names };

export interface Catalogue<Key extends string = string> {
  readonly 'zh-CN': Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** Joins the two languages of one slice. */
export const catalogue = <const Source extends Readonly<Record<string, string>>>(
  zhCN: Source,
  en: Translation<Source>,
): Catalogue<keyof Source & string> => ({ 'zh-CN': zhCN, en: en as Readonly<Record<keyof Source & string, string>> });

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Parameters as people write them: a business day `2026-11-20` becomes 2026年11月20日 or 20 Nov 2026. */
export const shownParams = (params: Params, language: Language): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const [, year, month, day] = (typeof value === 'string' && DAY.exec(value)) || [];
      if (!year) return [name, value];
      const text =
        language === 'en'
          ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
          : `${year}年${Number(month)}月${Number(day)}日`;
      return [name, text];
    }),
  );

/** Fills `{name}` with `params.name`; a placeholder without a value stays visible, so that it is noticed. */
export const fill = (wording: string, params: Params = {}): string =>
  wording.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

export type Translate<Key extends string> = (key: Key, params?: Params) => string;

/** A function from key to wording in one language. */
export const translator =
  <Key extends string>(texts: Catalogue<Key>, language: Language): Translate<Key> =>
  (key, params) =>
    fill(texts[language][key], params && shownParams(params, language));

/** Looks a code of the server up in several catalogues; undefined if none has it. */
export const wordingOf = (catalogues: readonly Catalogue[], language: Language, code: string): string | undefined => {
  for (const texts of catalogues) {
    const wording = texts[language][code];
    if (wording !== undefined) return wording;
  }
  return undefined;
};
