/** Markup that is safe to send: only the `html` tag makes it, and it escapes every value that is not markup itself. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const rendered = (value: unknown): string => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(rendered).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
};

/** html`<p>${name}</p>`: lists are joined; null, undefined and false leave nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): Markup =>
  new Markup(strings.reduce((text, part, index) => text + rendered(values[index - 1]) + part));
