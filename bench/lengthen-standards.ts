import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/**
 * Brings every standard of a scheme folder to 200 items by repeating its scored ones, for a city whose units all have that many. It rewrites
 * the files: run it in a copy of the repository (docs/performance.md, "A city of size").
 */
const LENGTH = 200;
const TEXTS = ['text', 'deduction', 'method', 'evidence'] as const;

interface Item extends Partial<Record<(typeof TEXTS)[number], string>> {
  id: string;
  element: string;
  clause: string;
  kind: string;
}
interface Standard {
  items: Item[];
  elements: { id: string; clause: string; full?: number }[];
  total?: number;
}

const [folder] = process.argv.slice(2);
if (!folder)
  throw new Error('which folder of standards? node bench/lengthen-standards.ts schemes/panzhihua-2009/standards');

for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
  const file = join(folder, name);
  const { total: _, ...standard } = parse(readFileSync(file, 'utf8')) as Standard;
  const scored = standard.items.filter(({ kind }) => kind === 'scored');
  const more = Array.from({ length: Math.max(0, LENGTH - standard.items.length) }, (__, nth): Item => {
    const pattern = scored[nth % scored.length] as Item;
    const words = TEXTS.map((each) => [each, pattern[each] && `${pattern[each]}（补充 ${nth + 1}）`]);
    return { ...pattern, ...Object.fromEntries(words), id: `${pattern.id}-${nth + 1}` };
  });
  const elements = standard.elements.map(({ full: __, ...element }) => element);
  const items = elements.flatMap(({ id, clause }) =>
    [...standard.items, ...more]
      .filter(({ element }) => element === id)
      .map((item, at) => ({ ...item, clause: `${clause}.${at + 1}` })),
  );
  writeFileSync(file, stringify({ ...standard, elements, items }));
  process.stdout.write(`${name}: ${items.length}\n`);
}
