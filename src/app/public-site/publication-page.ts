import { foldName } from '#parties/enterprises/domain/name-search.ts';
import { html, Markup } from '#platform/http/html.ts';
import type { PublicTable } from '#support/publication/domain/publication.ts';
import { type Frame, page, shownDay, shownTime } from './layout.ts';
import type { PageLink, Published } from './publication-store.ts';

/** What was wrong with an objection, by field, with what the person wrote. */
export interface ObjectionAttempt {
  readonly values: Readonly<Record<'entryId' | 'name' | 'phone' | 'grounds', string>>;
  readonly faults: Readonly<Partial<Record<string, string>>>;
}

export interface PublicationView {
  readonly published: Published;
  readonly corrections: readonly Pick<Published, 'slug' | 'title' | 'published_at'>[];
  readonly today: string;
  /** What the reader looks for in the list. */
  readonly find: string;
  /** Makes a form that is sent twice count once. */
  readonly key: string;
  readonly attempt: ObjectionAttempt;
}

type Row = PublicTable['rows'][number];

/** Rows in which any cell holds the text, without regard to case, width and punctuation. */
const matching = (table: PublicTable, find: string): readonly Row[] => {
  const wanted = foldName(find);
  return wanted === ''
    ? table.rows
    : table.rows.filter((row) => table.columns.some(({ key }) => foldName(row[key] ?? '').includes(wanted)));
};

const MANY = 20;

/** Credit codes, pool ids and days: they are compared sign by sign, so that no line end may fall into them. */
const CODE = /^[\dA-Z-]{8,24}$/;

const finder = ({ t }: Frame, slug: string, table: PublicTable, shown: number, find: string) => {
  if (table.rows.length < MANY) return null;
  return html`<form class="query" method="get" action="/public/${slug}" role="search"><input name="find" aria-label="${t('public.find')}" placeholder="${t('public.find')}" value="${find}" maxlength="60"><button>${t('public.search')}</button></form>
${find === '' ? null : html`<p role="status">${t('public.findShown', { total: table.rows.length, find, count: shown })} <a href="/public/${slug}">${t('public.findAll')}</a></p>`}`;
};

const tableOf = (frame: Frame, slug: string, table: PublicTable, find: string, isOpen: boolean): Markup => {
  const { t } = frame;
  const rows = matching(table, find);
  const cell = (row: Row, { key, label, numeric }: PublicTable['columns'][number]) => {
    const text = row[key] ?? '';
    const look = numeric ? new Markup(' class="n"') : CODE.test(text) ? new Markup(' class="code"') : null;
    return html`<td data-label="${label}"${look}>${text}</td>`;
  };
  const objectTo = (row: Row) =>
    isOpen ? html`<td class="act"><a href="?row=${row._id}#objection">${t('public.objectTo')}</a></td>` : null;
  return html`${finder(frame, slug, table, rows.length, find)}
<div class="scroll"><table class="cards"><caption>${table.caption}</caption>
<thead><tr>${table.columns.map(({ label, numeric }) => html`<th scope="col"${numeric ? new Markup(' class="n"') : null}>${label}</th>`)}${isOpen ? html`<th class="act"></th>` : null}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${table.columns.map((column) => cell(row, column))}${objectTo(row)}</tr>`)}</tbody></table></div>`;
};

const labels = {
  entryId: 'public.row',
  name: 'public.name',
  phone: 'public.phone',
  grounds: 'public.grounds',
} as const;
const fields = ['name', 'phone', 'grounds'] as const;
const inputs = {
  name: new Markup('maxlength="40" autocomplete="name"'),
  phone: new Markup('type="tel" maxlength="30" autocomplete="tel"'),
};

const objectionForm = ({ t }: Frame, { published, key, attempt, find }: PublicationView): Markup => {
  const { content, slug } = published;
  const [table] = content.tables;
  const columns = table?.columns.slice(1, 3) ?? [];
  const { values, faults } = attempt;
  const labelOf = (field: string) =>
    Object.hasOwn(labels, field) ? `${t(labels[field as keyof typeof labels])}：` : '';
  const faultOf = (field: string) =>
    faults[field] ? html` <span class="field-wrong" id="${field}-wrong">${faults[field]}</span>` : null;
  const described = (field: string) =>
    faults[field] ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : null;
  const option = (row: Row) =>
    html`<option value="${row._id}"${row._id === values.entryId ? new Markup(' selected') : null}>${row._no} ${columns.map((column) => row[column.key]).join(' · ')}</option>`;
  const found = new Set(table ? matching(table, find) : []);
  const offered = table?.rows.filter((row) => row._id === values.entryId || found.has(row)) ?? [];
  return html`<form class="box" method="post" action="/public/objections#objection" id="objection">
<h2>${t('public.objection')}</h2><p>${content.objections?.note}</p>
${
  Object.keys(faults).length > 0
    ? html`<div class="wrong" role="alert">${t('public.mend')}<ul>${Object.entries(faults).map(([field, wording]) => html`<li><a href="#${field}">${labelOf(field)}${wording}</a></li>`)}</ul></div>`
    : null
}
<input type="hidden" name="slug" value="${slug}"><input type="hidden" name="key" value="${key}">
<label for="entryId">${t('public.row')}${faultOf('entryId')}</label><select id="entryId" name="entryId"${described('entryId')}><option value="">${t('public.chooseRow')}</option>
${offered.map(option)}</select>
${fields.map(
  (field) =>
    html`<label for="${field}">${t(labels[field])}${faultOf(field)}</label>${
      field === 'grounds'
        ? html`<textarea id="grounds" name="grounds" maxlength="2000"${described(field)}>
${values.grounds}</textarea>`
        : html`<input id="${field}" name="${field}" ${inputs[field]} value="${values[field]}"${described(field)}>`
    }`,
)}
<p class="grey">${t('public.privacy')}</p><button>${t('public.send')}</button></form>`;
};

const downloads = ({ t }: Frame, { content, slug }: Published) => {
  const files = content.files.map(
    (file, index) => html`<li><a href="/public/${slug}/files/${index}" download="${file.name}">${file.name}</a></li>`,
  );
  const tables =
    content.tables.length > 0
      ? html`<li><a href="/public/${slug}/table.xlsx">${t('public.workbook')}</a></li><li><a href="/public/${slug}/table.pdf">${t('public.document')}</a></li>`
      : null;
  return html`<section class="files"><h2>${t('public.files')}</h2><ul>${tables}${files}<li><a href="/public/${slug}/data.json">${t('public.data')}</a></li></ul></section>`;
};

const linkLine = (label: string, to: PageLink | null) =>
  to && html`<p class="leads">${label}<a href="/public/${to.slug}">${to.title}</a></p>`;

export const publicationPage = (frame: Frame, view: PublicationView): string => {
  const { t, language } = frame;
  const { published, corrections, today, find } = view;
  const { content, slug } = published;
  const until = content.objections?.until;
  const isOpen = until !== undefined && until >= today;
  // What was refused comes back first, before a list that may be long; also after the last day, so that no text is lost.
  const isRefused = Object.keys(view.attempt.faults).length > 0;
  return page(
    frame,
    published.title,
    html`${linkLine(t('public.next'), published.next)}${linkLine(t('public.previous'), published.previous)}
${
  corrections.length > 0
    ? html`<div class="wrong">${t('public.corrected')}<ul>${corrections.map((one) => html`<li><a href="/public/${one.slug}">${one.title}</a> <span class="grey">${shownTime(one.published_at, language)}</span></li>`)}</ul></div>`
    : null
}
${content.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
<dl>${content.facts.map((fact) => html`<dt>${fact.label}</dt><dd>${fact.code ? html`<code>${fact.value}</code>` : fact.value}</dd>`)}
<dt>${t('public.publishedAt')}</dt><dd>${shownTime(published.published_at, language)}</dd></dl>
${published.kind === 'draw' ? html`<p><a href="/public/recompute">${t('public.recompute')}</a></p>` : null}
${until ? html`<p><strong>${t(isOpen ? 'public.until' : 'public.closed', { day: shownDay(until, language) })}</strong>${isOpen ? html`　<a href="#objection">${t('public.objection')}</a>` : null}</p>` : null}
${isRefused ? objectionForm(frame, view) : null}
${content.tables.map((table) => tableOf(frame, slug, table, find, isOpen))}
${content.signature ? html`<p class="sign">${content.signature.body}<br>${content.signature.day}</p>` : null}
${isOpen && !isRefused ? objectionForm(frame, view) : null}
${downloads(frame, published)}
<p class="grey">${t('public.digest')}：<code>${published.digest}</code><br>${t('public.digestHint')}</p>`,
  );
};

export const receiptPage = (frame: Frame, slug: string, number: string, receivedAt: Date): string =>
  page(
    frame,
    frame.t('public.received'),
    html`<p class="done" role="status">${frame.t('public.receipt', { number, time: shownTime(receivedAt, frame.language) })}</p><p><a href="/public/${slug}">${frame.t('public.back')}</a></p>`,
  );
