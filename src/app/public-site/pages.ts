import { html, type Markup } from '#platform/http/html.ts';
import { type Frame, notePage, page, shownDay, shownTime } from './layout.ts';
import type { PublicKey } from './public-site.text.ts';
import { type PublicClass, type PublishedLine, SHOWN_AT_MOST } from './publication-store.ts';

const queryForm = ({ t }: Frame, text: string): Markup => html`
<form class="query" method="get" action="/public/query" role="search"><input name="name" aria-label="${t('public.queryHint')}" placeholder="${t('public.queryHint')}" value="${text}" maxlength="60"><button>${t('public.search')}</button></form>`;

const lines = (
  { t, language }: Frame,
  heading: PublicKey,
  list: readonly PublishedLine[],
  today: string,
): Markup => html`
<h2>${t(heading)}</h2>
${
  list.length === 0
    ? html`<p class="grey">${t('public.none')}</p>`
    : html`<ul class="pages">${list.map(
        (line) =>
          html`<li><a href="/public/${line.slug}">${line.title}</a> <span class="grey">${shownTime(line.published_at, language)}${
            line.until
              ? html` · ${t(line.until >= today ? 'public.until' : 'public.closed', { day: shownDay(line.until, language) })}`
              : null
          }</span></li>`,
      )}</ul>`
}`;

export const homePage = (frame: Frame, all: readonly PublishedLine[], today: string): string => {
  const of = (kind: PublishedLine['kind']) => all.filter((line) => line.kind === kind);
  const notices = of('notice');
  return page(
    frame,
    frame.t('public.title'),
    html`<h2>${frame.t('public.query')}</h2>${queryForm(frame, '')}
${lines(
  frame,
  'public.notices',
  notices.filter((line) => line.until !== null && line.until >= today),
  today,
)}
${lines(frame, 'public.lists', of('list'), today)}
${lines(frame, 'public.draws', of('draw'), today)}
${of('consultation').length > 0 ? lines(frame, 'public.consultations', of('consultation'), today) : null}
${lines(
  frame,
  'public.closedNotices',
  notices.filter((line) => line.until === null || line.until < today),
  today,
)}
${lines(frame, 'public.corrections', of('correction'), today)}`,
  );
};

export const queryPage = (frame: Frame, text: string, found: readonly PublicClass[], today: string): string => {
  const { t, language } = frame;
  const shown = found.slice(0, SHOWN_AT_MOST);
  const cell = (label: PublicKey, value: unknown): Markup => html`<td data-label="${t(label)}">${value}</td>`;
  const table = html`<p>${found.length > SHOWN_AT_MOST ? t('public.foundMany', { count: SHOWN_AT_MOST }) : t('public.found', { count: found.length })}</p>
<div class="scroll"><table class="cards"><thead><tr>${(['public.enterprise', 'public.unit', 'public.division', 'public.industry', 'public.class', 'public.validity', 'public.list'] as const).map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
<tbody>${shown.map(
    (
      row,
    ) => html`<tr>${cell('public.enterprise', row.enterprise_name)}${cell('public.unit', row.unit_name)}${cell('public.division', row.division_name)}${cell('public.industry', row.industry_name)}
${cell('public.class', html`<span><span class="class" style="color:${row.class_colour}">${row.class_name}</span> <span class="grey">${row.class_meaning}</span></span>`)}
${cell('public.validity', t('public.validityOf', { from: shownDay(row.valid_from, language), until: shownDay(row.valid_until, language) }) + (row.valid_until < today ? t('public.expired') : ''))}
${cell('public.list', html`<a href="/public/${row.list_slug}">${row.list_number}</a>`)}</tr>`,
  )}</tbody></table></div>`;
  const result =
    text === '' ? null : found.length === 0 ? html`<p role="status">${t('public.notFound', { text })}</p>` : table;
  return page(frame, t('public.query'), html`${queryForm(frame, text)}${result}`);
};

export const missingPage = (frame: Frame): string =>
  notePage(frame, frame.t('public.missing'), frame.t('public.missingHint'));

export const faultPage = (frame: Frame, key: PublicKey): string =>
  notePage(frame, frame.t('public.failedTitle'), frame.t(key));
