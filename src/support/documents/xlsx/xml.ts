import { SaxesParser } from 'saxes';
import { WorkbookRefused } from './refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** Element and attribute names come without their namespace prefix. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads UTF-8 XML in pieces. Document type definitions are passed over, so entities of theirs are faults. */
export const readXml = async (
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> => {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on('error', () => {
    throw new WorkbookRefused('xlsx.broken', { part });
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), withoutPrefixes(attributes)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  const decoder = new TextDecoder();
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  parser.write(decoder.decode());
  parser.close();
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `r:id` and `id` may stand side by side only in elements that are not read here. */
const withoutPrefixes = (attributes: Attributes): Attributes => {
  const result: Record<string, string> = {};
  for (const name in attributes) result[local(name)] = attributes[name]!;
  return result;
};
