import { type ZipMember, zip } from '../../../../tests/fixtures/zip.ts';
import { addressOf, changedBook, partsOf, sheetPart, type Typed, withCell, withParts } from './workbooks.ts';

/** Makes it out of a sound workbook. */
export type Made = (whole: Buffer) => Buffer | Uint8Array | Promise<Buffer | Uint8Array>;
/** What is wrong with it, and what is told: a code, or cells with their codes. */
export type Kind = readonly [kind: string, made: Made, expected: readonly string[], fileName?: string];

export const form = (field: string, value: string | number | null): Typed => ({ 登记表: { [field]: { 填写: value } } });
export const item = (id: string, cells: Readonly<Record<string, string | number | null>>): Typed => ({
  评估表: { [id]: cells },
});
export const typed =
  (change: Typed): Made =>
  (whole) =>
    changedBook(whole, change);

/** One cell with content that no spreadsheet program offers. */
export const raw =
  (sheet: string, row: string, heading: string, type: string | null, xml: string) => async (whole: Buffer) => {
    const [address, part] = [await addressOf(whole, sheet, row, heading), sheetPart(whole, sheet)];
    return withParts(whole, (name, text) => (name === part ? withCell(text, address, type, xml) : text));
  };
export const part = (name: string, change: (text: string) => string | null) => async (whole: Buffer) =>
  withParts(whole, (one, text) => (one === name ? change(text) : text));
export const inSheet =
  (sheet: string, change: (text: string) => string): Made =>
  (whole) =>
    part(sheetPart(whole, sheet), change)(whole);
export const plus =
  (...members: readonly ZipMember[]): Made =>
  (whole) =>
    zip([...partsOf(whole), ...members]);
