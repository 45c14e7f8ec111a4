import { accessTexts } from '#parties/access/access.text.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import type { Catalogue } from '#platform/text.ts';
import { publicNoticeTexts } from '#process/public-notice/public-notice.text.ts';
import { calendarText } from '#support/calendar/calendar.text.ts';

/**
 * Every catalogue that words a code of the server or a line of 今天要办: one line each. The web client loads them after the
 * first page; the public site words its refusals with them. Nothing here may import a page.
 */
export const faultCatalogues: readonly Catalogue[] = [accessTexts, peopleTexts, publicNoticeTexts, calendarText];
