import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));
const programs = readdirSync(folder).filter((name) => name.endsWith('.mjs'));

/** What a program takes from elsewhere: `import … from`, `export … from`, `import '…'`, `import('…')`, `require('…')`. */
const taken = (text: string): string[] =>
  [...text.matchAll(/(?:(?<!['"`])\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"`])([^'"`\n]+)\1/g)].map(
    ([, , name]) => name ?? '',
  );

it('is a reference that imports nothing but Node and its own neighbours', () => {
  expect(programs).toEqual(
    expect.arrayContaining([
      'score-reference.mjs',
      'draw-reference.mjs',
      'json-reference.mjs',
      'options-reference.mjs',
    ]),
  );
  for (const program of programs) {
    const strange = taken(readFileSync(join(folder, program), 'utf8')).filter(
      (name) => !isBuiltin(name) && !(/^\.\/[\w-]+\.mjs$/.test(name) && existsSync(join(folder, name))),
    );
    expect([program, strange]).toEqual([program, []]);
  }
});

it('would notice every way to take something from the program', () => {
  expect(
    taken(
      `import { score } from '#process/a.ts'; export * from "../../src/b.ts"; import '../c.mjs'; await import('#lib/d.ts'); require('e')`,
    ),
  ).toEqual(['#process/a.ts', '../../src/b.ts', '../c.mjs', '#lib/d.ts', 'e']);
});
