import type { Params } from '#lib/result.ts';
import { checkCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { columnOf, EXAMPLE, type RosterKey, rosterColumns } from './columns.ts';
import { type Directory, SUPERVISING_KINDS } from './directory.ts';
import type { RosterTable } from './find-table.ts';
import type { Finding, RosterRow, SheetRow } from './row.ts';

/** Rows and what is wrong with single cells; what is wrong between rows is `compareRows`. Example and empty rows are left out. */
export const readRows = (
  table: RosterTable,
  directory: Directory,
): { readonly rows: readonly RosterRow[]; readonly findings: readonly Finding[] } => {
  const findings: Finding[] = [];
  const rows = table.rows.filter((row) => isFilled(table, row)).map((row) => readRow(table, row, directory, findings));
  return { rows, findings };
};

const isFilled = (table: RosterTable, { cells }: SheetRow): boolean => {
  const number = table.numberColumn === undefined ? '' : (cells[table.numberColumn]?.value ?? '');
  if (number.trim().startsWith(EXAMPLE)) return false;
  return Object.values(table.columns).some((letters) => (cells[letters]?.value ?? '').trim() !== '');
};

const readRow = (table: RosterTable, sheetRow: SheetRow, directory: Directory, findings: Finding[]): RosterRow => {
  const { row, cells } = sheetRow;
  const report = (key: RosterKey, kind: Finding['kind'], code: string, params?: Params) => {
    const path = `${table.sheet}!${table.columns[key] ?? ''}${row}`;
    findings.push({ path, code, kind, row, ...(params ? { params } : {}) });
  };
  const broken = new Set<RosterKey>();
  const text = (key: RosterKey): string => {
    const cell = cells[table.columns[key] ?? ''];
    if (cell?.kind !== 'error') return (cell?.value ?? '').replace(/\s+/gu, ' ').trim();
    broken.add(key);
    report(key, 'error', 'roster.cellError', { text: cell.value });
    return '';
  };
  const texts = Object.fromEntries(rosterColumns.map(({ key }) => [key, text(key)])) as Record<RosterKey, string>;
  for (const { key, header, required, limit } of rosterColumns) {
    const value = texts[key];
    const length = [...value].length;
    if (required && value === '' && !broken.has(key)) report(key, 'error', 'roster.required', { column: header });
    if (length > limit) report(key, 'error', 'roster.tooLong', { column: header, limit, length });
  }
  checkCode(texts.creditCode, cells[table.columns.creditCode ?? '']?.kind, (code, params) =>
    report('creditCode', 'error', code, params),
  );
  checkPhone(texts.contactPhone, (code, params) => report('contactPhone', 'warning', code, params));
  const codeOf = (key: 'industry' | 'division' | 'body' | 'affiliation'): string => {
    const value = texts[key];
    const code = value === '' ? undefined : directory[key](value);
    if (value !== '' && code === undefined)
      report(key, 'error', UNKNOWN[key], { text: value.slice(0, 60), choices: choicesOf(directory, key) });
    return code ?? '';
  };
  const industry = codeOf('industry');
  if (industry !== '' && !directory.assessed.has(industry))
    report('industry', 'error', 'roster.industryWithoutEdition', { text: texts.industry });
  const divisionCode = codeOf('division');
  const bodyId = codeOf('body');
  const body = directory.bodies.find((one) => one.bodyId === bodyId);
  if (body && !SUPERVISING_KINDS.includes(body.kind))
    report('body', 'error', 'roster.bodyDoesNotSupervise', { text: texts.body });
  if (body?.territory && divisionCode !== '' && body.territory !== divisionCode)
    report('body', 'warning', 'roster.bodyOfOtherDivision', { body: body.short, division: texts.division });
  return {
    row,
    enterpriseName: texts.enterpriseName,
    creditCode: texts.creditCode,
    unitName: texts.unitName,
    industry,
    divisionCode,
    bodyId,
    affiliation: codeOf('affiliation'),
    address: texts.address,
    legalRepresentative: texts.legalRepresentative,
    contactName: texts.contactName,
    contactPhone: texts.contactPhone,
    typed: {
      industry: texts.industry,
      division: texts.division,
      body: texts.body,
      affiliation: texts.affiliation,
    },
  };
};

const UNKNOWN = {
  industry: 'roster.unknownIndustry',
  division: 'roster.unknownDivision',
  body: 'roster.unknownBody',
  affiliation: 'roster.unknownAffiliation',
} as const;

type Report = (code: string, params?: Params) => void;

const checkCode = (text: string, kind: string | undefined, report: Report): void => {
  if (text === '' || [...text].length > columnOf('creditCode').limit) return;
  if (kind === 'number') report('roster.codeAsNumber', { text });
  else {
    const checked = checkCreditCode(text);
    if (!checked.ok) report(checked.error.code, checked.error.params);
  }
};

const checkPhone = (text: string, report: Report): void => {
  if (text === '') return;
  if (/[０-９]/u.test(text)) report('roster.phoneFullWidth', { text });
  else if (!/^[0-9+() \-—、,，/;；转]{5,30}$/u.test(text)) report('roster.phoneForm', { text: text.slice(0, 30) });
};

const choicesOf = (directory: Directory, key: 'industry' | 'division' | 'body' | 'affiliation'): string => {
  const { scheme, bodies } = directory;
  const names = {
    industry: scheme.industries.map((one) => one.name),
    division: scheme.divisions.map((one) => one.name),
    body: bodies.filter((one) => SUPERVISING_KINDS.includes(one.kind)).map((one) => one.short),
    affiliation: scheme.affiliations.map((one) => one.name),
  };
  return names[key].join('、');
};
