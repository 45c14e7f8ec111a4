import { type FormCell, type FormRule, type FormSheet, rangeOf } from '#support/documents/xlsx/write-form.ts';
import type { Kind, RegistrationField } from '../../domain/registration-fields.ts';
import { fieldKey } from '../../domain/workbook/entries.ts';
import { choicesOf } from '../../domain/workbook/read-registration.ts';
import {
  type Choice,
  FORM_SHEET,
  formColumns,
  isRowsField,
  NO,
  type PlainField,
  ROW_NUMBER,
  type RowsField,
  registerLines,
  rowsSheetOf,
  writtenColumns,
  YES,
} from '../../domain/workbook/sheets.ts';
import type { BookContext } from './book-context.ts';

export const label = (value: string): FormCell => ({ look: 'label', value });
export const heading = (value: string): FormCell => ({ look: 'heading', value });
const soft = (value: string): FormCell => ({ look: 'soft', value });

/** How a value of a kind stands in its cell. */
const input = (kind: Kind, value: unknown, choices: readonly Choice[]): FormCell => {
  const text = typeof value === 'string' ? value : '';
  switch (kind.kind) {
    case 'count':
      return { look: 'numberInput', value: typeof value === 'number' ? value : null };
    case 'money':
    case 'decimal':
      return { look: 'numberInput', value: text === '' ? null : Number(text) };
    case 'day':
      return { look: 'dayInput', value: text };
    case 'yesNo':
      return { look: 'textInput', value: value === true ? YES : value === false ? NO : null };
    case 'choice':
    case 'class':
      return { look: 'textInput', value: choices.find(({ code }) => code === text)?.label ?? text };
    default:
      return { look: 'textInput', value: text };
  }
};

/** What may be typed into the cell of a kind. */
const rule = (kind: Kind, range: string, title: string, hint: string, choices: readonly Choice[]): FormRule => {
  const told = { range, ...(hint !== '' && { hint: { title, text: hint } }) };
  switch (kind.kind) {
    case 'count':
      return {
        ...told,
        number: { from: 0, to: kind.max, whole: true },
        refusal: `请填 0 至 ${kind.max} 的整数，不带单位。`,
      };
    case 'money':
      return {
        ...told,
        number: { from: 0, to: kind.max, whole: false },
        refusal: '请填以万元为单位的数，最多两位小数。',
      };
    case 'decimal':
      return {
        ...told,
        number: { from: kind.min ?? 0, to: kind.max, whole: false },
        refusal: `请填 ${kind.min ?? 0} 至 ${kind.max} 的数，最多 ${kind.places} 位小数。`,
      };
    case 'day':
      return { ...told, day: true, refusal: '请填日期，如 2026-03-15。' };
    case 'yesNo':
      return { ...told, list: [YES, NO], refusal: `请填“${YES}”或“${NO}”。` };
    case 'choice':
    case 'class':
      return { ...told, list: choices.map((one) => one.label), refusal: '请从下拉列表中选取。' };
    case 'text':
      return { ...told, longest: kind.max, refusal: `最多 ${kind.max} 个字。` };
    default:
      return told;
  }
};

const CONDITIONAL = '（不涉及的留空）';
const conditionalGroups = new Set(['mine', 'tailings', 'chemicals', 'metallurgy', 'dust', 'ammonia', 'fireworks']);

/** 登记表: one field a row; of a field with several choices one row a choice. */
export const formSheet = (context: BookContext): FormSheet => {
  const { words, entries, declarationId, register } = context;
  const rows: (FormCell | null)[][] = [
    [{ look: 'title', value: '企业安全生产评估登记表' }],
    [
      {
        look: 'note',
        value: '浅黄色的格可以填写，其余是锁定的；“编号”一列请勿改动。登记信息由主管部门维护，有误请联系受理单位。',
      },
    ],
    Object.values(formColumns).map(heading),
  ];
  const rules: FormRule[] = [];
  for (const [line, title] of Object.entries(registerLines)) {
    const value = register[line as keyof typeof registerLines];
    const cell: FormCell = { look: declarationId === null ? 'textInput' : 'closed', value };
    rows.push([soft(`register.${line}`), label('登记信息'), label(title), cell, label(''), soft('')]);
  }
  const add = (field: PlainField, id: string, title: string, kind: Kind, value: unknown) => {
    const choices = choicesOf(field, field.name, context);
    const group = `${words(`registration.group.${field.group}`) ?? ''}${conditionalGroups.has(field.group) ? CONDITIONAL : ''}`;
    const unit = 'unit' in field ? (words(`registration.unit.${field.unit}`) ?? '') : '';
    const hint = words(`registration.hint.${field.name}`) ?? '';
    const marked = field.required && field.kind !== 'choices' ? `${title} *` : title;
    rows.push([soft(id), label(group), label(marked), input(kind, value, choices), label(unit), soft(hint)]);
    rules.push(rule(kind, rangeOf(3, rows.length), title, hint, choices));
  };
  for (const field of context.fields) {
    if (isRowsField(field)) continue;
    const title = words(`registration.field.${field.name}`) ?? field.name;
    const value = entries[fieldKey(field.name)];
    if (field.kind !== 'choices') add(field, field.name, title, field, value);
    else
      for (const { code, label: option } of choicesOf(field, field.name, context)) {
        const ticked = Array.isArray(value) && value.includes(code) ? true : null;
        add(field, `${field.name}.${code}`, `${title}：${option}`, { kind: 'yesNo' }, ticked);
      }
  }
  return {
    name: FORM_SHEET,
    widths: [27, 26, 34, 44, 10, 46],
    rows,
    merges: [
      [0, 0, 0, 5],
      [1, 0, 1, 5],
    ],
    rules,
    freeze: { rows: 3, columns: 3 },
    repeatedRow: 3,
    footer: register.unitName,
  };
};

const BLANK_ROWS = 3;
const widthOf = (kind: Kind): number => (kind.kind === 'text' ? Math.min(40, 16 + kind.max / 4) : 18);

/** A sheet of rows: 证照, 自评组 and the like. */
export const rowsSheet = (context: BookContext, field: RowsField): FormSheet => {
  const { words, entries } = context;
  const columns = writtenColumns(field);
  const value = entries[fieldKey(field.name)];
  const given = (Array.isArray(value) ? value : []) as readonly Readonly<Record<string, unknown>>[];
  const hint = words(`registration.hint.${field.name}`) ?? '';
  const count = Math.min(field.most, Math.max(given.length + BLANK_ROWS, Math.min(field.most, 12)));
  const title = words(`registration.field.${field.name}`) ?? field.name;
  const headings = columns.map((column) => words(`registration.column.${field.name}.${column.name}`) ?? column.name);
  const choices = columns.map((column) => choicesOf(column, `${field.name}.${column.name}`, context));
  const rows: (FormCell | null)[][] = [
    [{ look: 'title', value: title }],
    [
      {
        look: 'note',
        value: `${hint === '' ? '' : `${hint}。`}一行一项，最多 ${field.most} 行；不够的行可在本表末尾接着填。`,
      },
    ],
    [heading(ROW_NUMBER), ...headings.map(heading)],
  ];
  for (let at = 0; at < count; at += 1) {
    const row = given[at] ?? {};
    rows.push([
      { look: 'label', value: at + 1 },
      ...columns.map((column, index) => input(column, row[column.name], choices[index] ?? [])),
    ]);
  }
  return {
    name: rowsSheetOf(field),
    widths: [8, ...columns.map(widthOf)],
    rows,
    merges: [
      [0, 0, 0, columns.length],
      [1, 0, 1, columns.length],
    ],
    rules: columns.map((column, at) =>
      rule(
        column,
        rangeOf(at + 1, 4, 3 + count),
        headings[at] ?? '',
        words(`registration.hint.${field.name}.${column.name}`) ?? '',
        choices[at] ?? [],
      ),
    ),
    freeze: { rows: 3, columns: 1 },
    repeatedRow: 3,
    footer: context.register.unitName,
  };
};

export const rowsFields = (fields: readonly RegistrationField[]): readonly RowsField[] => fields.filter(isRowsField);
