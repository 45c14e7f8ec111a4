import { html, Markup } from '#platform/http/html.ts';
import { type Language, type Translate, translator } from '#platform/text.ts';
import { type PublicKey, publicSiteText } from './public-site.text.ts';
import { style } from './style.ts';

/** What every page of the public site knows of its reader and its city. */
export interface Frame {
  readonly language: Language;
  readonly large: boolean;
  readonly t: Translate<PublicKey>;
  readonly city: string;
  /** The day of a demonstration, or null. */
  readonly demonstrationDate: string | null;
  readonly path: string;
}

export const frameFor = (
  language: Language,
  large: boolean,
  city: string,
  demonstrationDate: string | null,
  path: string,
): Frame => ({
  language,
  large,
  t: translator(publicSiteText, language),
  city,
  demonstrationDate,
  path,
});

/** A whole page. */
export const page = (
  { language, large, t, city, demonstrationDate, path }: Frame,
  title: string,
  body: Markup,
): string =>
  html`${new Markup('<!doctype html>')}
<html lang="${language}" class="${large ? 'large' : ''}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · ${city}</title><style>${new Markup(style)}</style></head>
<body>
${demonstrationDate ? html`<div class="demo" role="note">${t('public.demonstration', { day: demonstrationDate })}</div>` : null}
<header><strong><a href="/public">${city} ${t('public.title')}</a></strong>
<nav><a href="/public/settings?large=${large ? '0' : '1'}&back=${encodeURIComponent(path)}">${large ? t('public.normal') : t('public.large')}</a>　<a href="/public/settings?lang=${language === 'en' ? 'zh-CN' : 'en'}&back=${encodeURIComponent(path)}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${t('public.language')}</a>　<a href="/">${t('public.officers')}</a></nav></header>
<main><h1>${title}</h1>
${body}
</main>
<footer>${city}</footer>
</body></html>`.text;

/** A page that consists of a sentence. */
export const notePage = (frame: Frame, title: string, note: string): string =>
  page(frame, title, html`<p>${note}</p><p><a href="/public">${frame.t('public.home')}</a></p>`);

/** Instants as people write them, in the time of Shanghai. */
export const shownTime = (instant: Date, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }).format(
    instant,
  );

/** A business day as people write it. */
export const shownDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
