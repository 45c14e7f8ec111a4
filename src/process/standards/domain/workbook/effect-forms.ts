import { isCount, isObject, own } from '../reading.ts';
import type { CellForm } from './workbook-codes.ts';

/** Every effect in words; the forms are fixed, so that they read back as they were written. */
export const EFFECT_WORDS = {
  cap: '最高只能评为 C 类',
  down: '降 1 类',
  zero: '要素 3.1 记零分',
  refuse: '不予受理',
  status: '直接认定为 停产',
} as const;

const SEPARATOR = '；';

const written = (effect: unknown): string => {
  if (!isObject(effect) || Object.keys(effect).length !== 1) return '';
  const [cap, down, zero, status] = ['cap', 'down', 'zero', 'status'].map((kind) => own(effect, kind));
  if (typeof cap === 'string') return `最高只能评为 ${cap} 类`;
  if (isCount(down)) return `降 ${down} 类`;
  if (typeof zero === 'string') return `要素 ${zero} 记零分`;
  if (typeof status === 'string') return `直接认定为 ${status}`;
  return own(effect, 'refuse') === true ? EFFECT_WORDS.refuse : '';
};

const FORMS: readonly (readonly [RegExp, (operand: string) => unknown])[] = [
  [/^最高只能评为 ?(.+?) ?类$/u, (cap) => ({ cap })],
  [/^降 ?(\d{1,9}) ?类$/u, (by) => ({ down: Number(by) })],
  [/^要素 ?(.+?) ?记零分$/u, (zero) => ({ zero })],
  [/^(不予受理)$/u, () => ({ refuse: true })],
  [/^直接认定为 ?(.+)$/u, (status) => ({ status })],
];

const readOne = (text: string): unknown => {
  for (const [form, make] of FORMS) {
    const operand = form.exec(text)?.[1];
    if (operand !== undefined) return make(operand);
  }
  return undefined;
};

/** A list of effects, parted by `；` or by lines. Which of them are allowed at a place, and whether what they name exists, is the edition's matter. */
export const effects: CellForm = {
  write: (value) => (Array.isArray(value) ? value.map(written).join(SEPARATOR) : ''),
  read: (cell, { fault }) => {
    const list: unknown[] = [];
    let whole = true;
    for (const part of cell.value.split(/[；\n]/u)) {
      const text = part.trim();
      if (text === '') continue;
      const effect = readOne(text);
      if (effect !== undefined) list.push(effect);
      else {
        whole = false;
        fault('workbook.effectUnknown', { given: text.slice(0, 60), forms: Object.values(EFFECT_WORDS).join('、') });
      }
    }
    return whole ? list : undefined;
  },
};
