import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutFolder } from '#platform/config.ts';
import { statesDocument } from './docs/states-document.ts';

const documents = async (): Promise<string[]> => [
  ...(await readdir(checkoutFolder)).filter((name) => name.endsWith('.md')).map((name) => join(checkoutFolder, name)),
  ...(await readdir(join(checkoutFolder, 'docs'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(checkoutFolder, 'docs', name)),
  join(checkoutFolder, 'schemes/panzhihua-2009/SOURCE.md'),
];

describe('the documents', () => {
  it('show the states that the code enforces (npm run docs writes them)', async () => {
    expect(await readFile(join(checkoutFolder, 'docs/states.md'), 'utf8')).toBe(statesDocument());
  });

  it('link to files that exist', async () => {
    const broken: string[] = [];
    let links = 0;
    for (const document of await documents()) {
      const text = await readFile(document, 'utf8');
      for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (!target || /^[a-z]+:/.test(target)) continue;
        links += 1;
        if (!existsSync(join(dirname(document), target)))
          broken.push(`${document.slice(checkoutFolder.length + 1)} → ${target}`);
      }
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(30);
  });
});
