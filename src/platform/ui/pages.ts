import type { ComponentType } from 'react';
import type { Catalogue, Language } from '../text.ts';

/** One wording in all languages, for what must be known before a slice's own texts are loaded. */
export type Wording = Readonly<Record<Language, string>>;

/** Takes one key out of a (small) catalogue: `title: wording(titles, 'roster')`. */
export const wording = <Key extends string>(texts: Catalogue<Key>, key: Key): Wording => ({
  'zh-CN': texts['zh-CN'][key],
  en: texts.en[key],
});

/** One page of the client. `Role` and `Group` are closed sets of the project, see `#parties/access/pages.ts`. */
export interface PageDef<Role extends string = string, Group extends string = string> {
  /** A router path: `/declarations/$declarationId`. */
  readonly path: `/${string}`;
  readonly title: Wording;
  /** Who may open it; the server decides again about every record. */
  readonly roles: 'public' | 'signed-in' | readonly Role[];
  /** Where it stands in the navigation; absent for pages that are reached from other pages. */
  readonly nav?: {
    readonly group: Group;
    /** Within the group, ascending. */
    readonly order: number;
    /** Key of `counts` in the answer of `home`: how many wait. */
    readonly countKey?: string;
  };
  /** Loads the page's code when it is first opened: `() => import('./roster-page.tsx').then((m) => m.RosterPage)`. */
  readonly component: () => Promise<ComponentType>;
}
