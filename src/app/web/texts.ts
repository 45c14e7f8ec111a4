import { accessTexts } from '#parties/access/access.text.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import type { Catalogue } from '#platform/text.ts';

/** Every catalogue that words a code of the server or a line of 今天要办: one line each. Loaded after the first page. */
export const catalogues: readonly Catalogue[] = [accessTexts, peopleTexts];
