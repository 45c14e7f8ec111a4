import { html, Markup } from '#platform/http/html.ts';
import type { PublicationContent, PublicTable } from '#support/publication/domain/publication.ts';
import { type Frame, page, shownDay, shownTime } from './layout.ts';
import type { PublicKey } from './public-site.text.ts';
import { type PublicClass, type Published, type PublishedLine, SHOWN_AT_MOST } from './publication-store.ts';

const queryForm = ({ t }: Frame, text: string): Markup => html`
<h2>${t('public.query')}</h2>
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
    html`${queryForm(frame, '')}
${lines(
  frame,
  'public.notices',
  notices.filter((line) => line.until !== null && line.until >= today),
  today,
)}
${lines(frame, 'public.lists', of('list'), today)}
${lines(frame, 'public.draws', of('draw'), today)}
${lines(
  frame,
  'public.closedNotices',
  notices.filter((line) => line.until === null || line.until < today),
  today,
)}
${lines(frame, 'public.corrections', of('correction'), today)}`,
  );
};

export const queryPage = (frame: Frame, text: string, found: readonly PublicClass[]): string => {
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
${cell('public.validity', t('public.validityOf', { from: shownDay(row.valid_from, language), until: shownDay(row.valid_until, language) }))}
${cell('public.list', html`<a href="/public/${row.list_slug}">${row.list_number}</a>`)}</tr>`,
  )}</tbody></table></div>`;
  const result =
    text === '' ? null : found.length === 0 ? html`<p role="status">${t('public.notFound', { text })}</p>` : table;
  return page(frame, t('public.query'), html`${queryForm(frame, text)}${result}`);
};

const tableOf = (
  table: PublicTable,
): Markup => html`<div class="scroll"><table class="cards"><caption>${table.caption}</caption>
<thead><tr>${table.columns.map((column) => html`<th scope="col" class="${column.numeric ? 'n' : ''}">${column.label}</th>`)}</tr></thead>
<tbody>${table.rows.map((row) => html`<tr>${table.columns.map((column) => html`<td data-label="${column.label}" class="${column.numeric ? 'n' : ''}">${row[column.key] ?? ''}</td>`)}</tr>`)}</tbody></table></div>`;

/** What was wrong with an objection, by field, with what the person wrote. */
export interface ObjectionAttempt {
  readonly values: Readonly<Record<'entryId' | 'name' | 'phone' | 'grounds', string>>;
  readonly faults: Readonly<Partial<Record<string, string>>>;
}

const objectionForm = (
  { t }: Frame,
  content: PublicationContent,
  slug: string,
  key: string,
  attempt: ObjectionAttempt | null,
): Markup => {
  const rows = content.tables[0]?.rows ?? [];
  const columns = content.tables[0]?.columns.slice(1, 3) ?? [];
  const value = (field: keyof ObjectionAttempt['values']) => attempt?.values[field] ?? '';
  const fault = (field: string) =>
    attempt?.faults[field]
      ? html` <span class="field-wrong" id="${field}-wrong">${attempt.faults[field]}</span>`
      : null;
  const described = (field: string) =>
    attempt?.faults[field] ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : null;
  return html`<form class="box" method="post" action="/public/objections" id="objection">
<h2>${t('public.objection')}</h2><p>${content.objections?.note}</p>
${attempt ? html`<div class="wrong" role="alert">${t('public.mend')}<ul>${Object.entries(attempt.faults).map(([field, wording]) => html`<li><a href="#${field}">${wording}</a></li>`)}</ul></div>` : null}
<input type="hidden" name="slug" value="${slug}"><input type="hidden" name="key" value="${key}">
<label for="entryId">${t('public.row')}${fault('entryId')}</label><select id="entryId" name="entryId"${described('entryId')}><option value="">${t('public.chooseRow')}</option>
${rows.map((row) => html`<option value="${row._id}"${row._id === value('entryId') ? new Markup(' selected') : null}>${row._no} ${columns.map((column) => row[column.key]).join(' · ')}</option>`)}</select>
<label for="name">${t('public.name')}${fault('name')}</label><input id="name" name="name" maxlength="40" autocomplete="name" value="${value('name')}"${described('name')}>
<label for="phone">${t('public.phone')}${fault('phone')}</label><input id="phone" name="phone" type="tel" maxlength="30" autocomplete="tel" value="${value('phone')}"${described('phone')}>
<label for="grounds">${t('public.grounds')}${fault('grounds')}</label><textarea id="grounds" name="grounds" maxlength="2000"${described('grounds')}>${value('grounds')}</textarea>
<p class="grey">${t('public.privacy')}</p><button>${t('public.send')}</button></form>`;
};

export const publicationPage = (
  frame: Frame,
  published: Published,
  today: string,
  key: string,
  attempt: ObjectionAttempt | null,
): string => {
  const { t, language } = frame;
  const { content, slug } = published;
  const until = content.objections?.until;
  return page(
    frame,
    published.title,
    html`${published.superseded_slug ? html`<p class="wrong">${t('public.superseded')}<a href="/public/${published.superseded_slug}">${published.superseded_slug}</a></p>` : null}
${content.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<dl>${content.facts.map((fact) => html`<dt>${fact.label}</dt><dd>${fact.code ? html`<code>${fact.value}</code>` : fact.value}</dd>`)}
<dt>${t('public.publishedAt')}</dt><dd>${shownTime(published.published_at, language)}</dd></dl>
${until ? html`<p><strong>${t(until >= today ? 'public.until' : 'public.closed', { day: shownDay(until, language) })}</strong>${until >= today ? html`　<a href="#objection">${t('public.objection')}</a>` : null}</p>` : null}
${content.tables.map(tableOf)}
${content.signature ? html`<p class="n">${content.signature.body}<br>${content.signature.day}</p>` : null}
${content.files.length > 0 ? html`<h2>${t('public.files')}</h2><ul>${content.files.map((file, index) => html`<li><a href="/public/${slug}/files/${index}" download="${file.name}">${file.name}</a></li>`)}</ul>` : null}
${until && until >= today ? objectionForm(frame, content, slug, key, attempt) : null}
<p class="grey">${t('public.digest')}：<code>${published.digest}</code>　<a href="/public/${slug}/data.json">${t('public.data')}</a></p>`,
  );
};

export const receiptPage = (frame: Frame, slug: string, number: string, receivedAt: Date): string =>
  page(
    frame,
    frame.t('public.received'),
    html`<p class="done" role="status">${frame.t('public.receipt', { number, time: shownTime(receivedAt, frame.language) })}</p><p><a href="/public/${slug}">${frame.t('public.back')}</a></p>`,
  );

export const missingPage = (frame: Frame): string =>
  page(
    frame,
    frame.t('public.missing'),
    html`<p>${frame.t('public.missingHint')}</p><p><a href="/public">${frame.t('public.home')}</a></p>`,
  );
