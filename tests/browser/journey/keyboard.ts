import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';

/** The control that has the focus, as it is announced. */
export interface Focused {
  readonly name: string;
  /** Of the group that it stands in; '' for none. */
  readonly group: string;
  /** `button`, `link`, `text`, `date`, `radio`, `checkbox`, `select`, `page` for none. */
  readonly kind: string;
  readonly value: string;
  readonly checked: boolean;
  /** The words of a list, or of the radios of a group. */
  readonly options: readonly string[];
}

/** Looks at the focus; runs in the page. */
const lookAtFocus = (): Focused => {
  const flat = (node: Node | null | undefined) =>
    (node?.textContent ?? '').replace(/\s+/g, ' ').replace(/选填$/, '').trim();
  const named = (of: Element): string => {
    const ids = of.getAttribute('aria-labelledby');
    if (of.hasAttribute('aria-label')) return of.getAttribute('aria-label') ?? '';
    if (ids) return flat(document.getElementById(ids));
    if (of instanceof HTMLFieldSetElement) return flat(of.querySelector('legend'));
    const label = 'labels' in of ? (of.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
    return label || of.matches('a, button, summary') ? flat(label ?? of) : '';
  };
  const at = document.activeElement ?? document.body;
  const group = at.parentElement?.closest('[role=group], fieldset');
  const isInput = at instanceof HTMLInputElement;
  const radios = isInput && at.type === 'radio' && group ? [...group.querySelectorAll('input[type=radio]')] : [];
  const kind =
    at === document.body
      ? 'page'
      : isInput
        ? at.type
        : at instanceof HTMLSelectElement
          ? 'select'
          : at instanceof HTMLTextAreaElement || (at as HTMLElement).isContentEditable
            ? 'text'
            : at instanceof HTMLAnchorElement
              ? 'link'
              : at.localName;
  return {
    name: named(at),
    group: group ? named(group) : '',
    kind,
    value: 'value' in at ? String(at.value) : '',
    checked: isInput && at.checked,
    options: at instanceof HTMLSelectElement ? [...at.options].map(flat) : radios.map(named),
  };
};

const fits = ({ name }: Focused, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** A person who has no mouse: reaches everything with Tab, works it with keys, and minds where the focus is lost. */
export class Keyboard {
  readonly desk: Desk;
  readonly page: Page;
  /** After which acts the focus was nowhere. */
  readonly lost: string[] = [];
  #last = '';

  constructor(desk: Desk) {
    this.desk = desk;
    this.page = desk.page;
  }

  at(): Promise<Focused> {
    return this.page.evaluate(lookAtFocus);
  }

  async next(): Promise<Focused> {
    await this.page.keyboard.press('Tab');
    return await this.at();
  }

  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Goes on with Tab until the control of this name has the focus, over the end of the page if need be. */
  async to(wanted: string | RegExp, kind?: string): Promise<Focused> {
    await this.#minds();
    const seen: string[] = [];
    for (let steps = 0; steps < 700; steps += 1) {
      const found = await this.at();
      if (fits(found, wanted) && (kind === undefined || found.kind === kind)) return found;
      seen.push(found.name);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${wanted} at ${this.page.url()}; it passes ${[...new Set(seen)].join(', ')}`);
  }

  /** Presses a button or follows a link. */
  async press(wanted: string | RegExp): Promise<void> {
    const { name } = await this.to(wanted);
    await this.page.keyboard.press('Enter');
    this.#last = name;
  }

  async tick(wanted: string | RegExp): Promise<void> {
    const { name, checked } = await this.to(wanted, 'checkbox');
    if (!checked) await this.page.keyboard.press('Space');
    this.#last = name;
  }

  /** Chooses among radios or in a list, by the arrows. */
  async choose(option: string): Promise<void> {
    const { options, kind, value, checked } = await this.at();
    const wanted = options.indexOf(option);
    if (wanted < 0) throw new Error(`no ${option} among ${options.join(', ')}`);
    if (kind === 'select') {
      for (let step = await this.#chosen(value); step < wanted; step += 1) await this.page.keyboard.press('ArrowDown');
    } else if (wanted === 0 && !checked) await this.page.keyboard.press('Space');
    else for (let step = 0; step < wanted; step += 1) await this.page.keyboard.press('ArrowDown');
  }

  #chosen(value: string): Promise<number> {
    return this.page.evaluate(
      (now) => [...(document.activeElement as HTMLSelectElement).options].findIndex((one) => one.value === now),
      value,
    );
  }

  /** Writes into the control that has the focus, over what it holds. A day as `YYYY-MM-DD`. */
  async write(text: string, kind = 'text'): Promise<void> {
    const { keyboard } = this.page;
    if (kind === 'date') {
      const [year = '', month = '', day = ''] = text.split('-');
      // In the order of the browser's own language.
      for (const digits of [month + day + year, year + month + day]) {
        await keyboard.type(digits);
        if ((await this.at()).value === text) return;
        for (let part = 0; part < 2; part += 1) await keyboard.press('ArrowLeft');
      }
      throw new Error(`the day ${text} cannot be typed: ${(await this.at()).value}`);
    }
    await keyboard.press('Control+a');
    await keyboard.insertText(text);
  }

  async #minds(): Promise<void> {
    const act = this.#last;
    this.#last = '';
    for (let tries = 0; act !== '' && tries < 20; tries += 1) {
      if ((await this.at()).kind !== 'page') return;
      await this.page.waitForTimeout(50);
    }
    if (act !== '') this.lost.push(`after ${act} at ${new URL(this.page.url()).pathname}`);
  }
}
