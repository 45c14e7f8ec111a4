import { SaxesParser } from 'saxes';
import { WorkbookRefused } from './refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** Element and attribute names come without their namespace prefix. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** No part of a workbook nests deeper than this by far. */
const DEEPEST = 64;

/** Reads UTF-8 XML. Document type definitions are passed over, so entities of theirs are faults. */
export const readXml = (part: string, bytes: Uint8Array, handlers: XmlHandlers): void => {
  const broken = (): never => {
    throw new WorkbookRefused('xlsx.broken', { part });
  };
  let depth = 0;
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on('error', broken);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) broken();
    handlers.open?.(local(name), withoutPrefixes(attributes));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.write(new TextDecoder().decode(bytes)).close();
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `r:id` and `id` may stand side by side only in elements that are not read here. */
const withoutPrefixes = (attributes: Attributes): Attributes => {
  const result: Record<string, string> = {};
  for (const name in attributes) result[local(name)] = attributes[name]!;
  return result;
};
