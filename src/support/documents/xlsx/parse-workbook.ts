import { err, ok, type Refusal, type Result } from '#lib/result.ts';
import { GuardedZip } from './guarded-zip.ts';
import { formatCode } from './number-text.ts';
import { parseSheet, type SheetContext, unescapeText } from './parse-sheet.ts';
import { WorkbookRefused } from './refusal.ts';
import type { ReadLimits, ReadSheet, ReadWorkbook } from './workbook.ts';
import { readXml } from './xml.ts';

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Reads a workbook in the calling thread; `readWorkbook` calls it in a worker. */
export const parseWorkbook = (bytes: Buffer, limits: ReadLimits): Result<ReadWorkbook, Refusal> => {
  try {
    return ok(read(GuardedZip.open(bytes, limits), limits));
  } catch (cause) {
    if (cause instanceof WorkbookRefused) return err(cause.refusal);
    throw cause;
  }
};

const read = (zip: GuardedZip, limits: ReadLimits): ReadWorkbook => {
  const main = mainPart(zip);
  const relations = readRelations(zip, main);
  const { sheets, epoch1904 } = readSheetList(zip, main);
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type === kind)?.target;
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  const context: SheetContext = {
    sharedStrings: stringsPart === undefined ? [] : readSharedStrings(zip, stringsPart),
    formats: stylesPart === undefined ? [] : readFormats(zip, stylesPart),
    epoch1904,
    limits,
    budget: { cells: 0, characters: 0 },
  };
  const result: ReadSheet[] = [];
  for (const { name, relation, hidden } of sheets) {
    const target = relations.get(relation);
    if (target?.type !== 'worksheet') continue;
    result.push({ name, hidden, ...parseSheet(name, target.target, zip.read(target.target), context) });
  }
  if (result.length === 0) throw new WorkbookRefused('xlsx.noSheet');
  return {
    sheets: result,
    epoch1904,
    macros: zip.entries.some(({ name }) => /vbaProject\.bin$/i.test(name)),
  };
};

/** The part that the package names as its document, if that is a workbook. */
const mainPart = (zip: GuardedZip): string => {
  const relations = zip.has('_rels/.rels') ? readRelations(zip, '') : new Map<string, Relation>();
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.toLowerCase().endsWith('.bin')) throw new WorkbookRefused('xlsx.oldFormat', { found: 'XLSB' });
  if (zip.has(main) && /workbook/i.test(main)) return main;
  const found = zip.has('word/document.xml') ? 'DOCX' : zip.has('content.xml') ? 'ODS' : 'ZIP';
  throw new WorkbookRefused('xlsx.notAWorkbook', { found });
};

/** Relations of a part by id; their types by the last step of the address, which Strict and Transitional share. */
const readRelations = (zip: GuardedZip, part: string): Map<string, Relation> => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const rels = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  readXml(rels, zip.read(rels), {
    open: (tag, attribute) => {
      if (tag !== 'Relationship') return;
      const [id, target, type = ''] = ['Id', 'Target', 'Type'].map(attribute);
      if (id === undefined || target === undefined) return;
      const place = URL.parse(target, `zip:///${folder}`);
      if (place) relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), target: place.pathname.slice(1) });
    },
  });
  return relations;
};

const readSheetList = (zip: GuardedZip, part: string) => {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let epoch1904 = false;
  readXml(part, zip.read(part), {
    open: (tag, attribute) => {
      if (tag === 'workbookPr') epoch1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (tag !== 'sheet') return;
      const [name = '', relation = '', state = 'visible'] = ['name', 'id', 'state'].map(attribute);
      sheets.push({ name, relation, hidden: state !== 'visible' });
    },
  });
  return { sheets, epoch1904 };
};

const USUAL_TEXT = /<si><t(?: xml:space="preserve")?>([^<&\r]*)<\/t><\/si>/y;

/** Rich text is joined; readings above characters (rPh) are left out. */
const readSharedStrings = (zip: GuardedZip, part: string): string[] => {
  const strings: string[] = [];
  let text = '';
  let collecting = false;
  let phonetic = false;
  readXml(part, zip.read(part), {
    usual: { pattern: USUAL_TEXT, take: ([, whole = '']) => strings.push(unescapeText(whole)) },
    open: (tag) => {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') collecting = !phonetic;
    },
    text: (piece) => {
      if (collecting) text += piece;
    },
    close: (tag) => {
      if (tag === 't') collecting = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
};

const UNREAD_STYLES = new Set(['fonts', 'fills', 'borders', 'cellStyles', 'dxfs', 'tableStyles', 'extLst']);

/** Number format code by cell style. */
const readFormats = (zip: GuardedZip, part: string): string[] => {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  readXml(part, zip.read(part), {
    skip: UNREAD_STYLES,
    open: (tag, attribute) => {
      if (tag === 'cellXfs') inCells = true;
      else if (tag === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? 'General');
      else if (tag === 'xf' && inCells) ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => formatCode(id, own));
};
