import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draw, parsePoolCsv, parseStrataCsv } from '#process/spot-check/domain/index.ts';
import { recomputeScript } from './recompute-page.ts';

const STRATA = ['米易县应急管理局|A 类', '攀枝花市东区应急管理局|B 类', '攀枝花市东区应急管理局|长期停产', 'Z'];
const ids = Array.from(
  { length: 41 },
  (_, at) => `9151${createHash('md5').update(`${at}`).digest('hex').slice(0, 14)}-${at % 3}`,
);
const POOL = `id,stratum\n${ids.map((id, at) => `${id},${STRATA[(at * 7) % 4]}\n`).join('')}`;
const PARAMS = `stratum,ratio,min\n${STRATA[1]},0.20,1\n${STRATA[0]},0.50,2\n${STRATA[2]},1.0,1\n${STRATA[3]},0,0\n`;
const SEED = `2026129 03 11 "17" $HOME 'x' \`ls\` + 08`;

const found = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

// The commands are those of POSIX systems.
describe.skipIf(process.platform === 'win32')('the script on the page that tells how to recompute a draw', () => {
  it('comes to the digests, the key and the units of the draw itself, from the two files and the seed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recompute-'));
    writeFileSync(join(folder, 'pool.csv'), POOL);
    writeFileSync(join(folder, 'strata.csv'), PARAMS);
    const output = execFileSync('sh', ['-c', recomputeScript], { cwd: folder, env: { ...process.env, SEED } });
    rmSync(folder, { recursive: true });
    const [poolDigest, paramsDigest, key, ...lines] = output.toString().trimEnd().split('\n');
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
    const strata = found(parseStrataCsv(PARAMS));
    const drawn = found(draw(found(parsePoolCsv(POOL)), { strata }, SEED, sha256));
    expect({ poolDigest, paramsDigest, key }).toEqual({
      poolDigest: drawn.poolDigest,
      paramsDigest: drawn.paramsDigest,
      key: drawn.key,
    });
    expect(lines).toHaveLength(ids.length);
    for (const one of drawn.strata) {
      const ofStratum = lines.filter((line) => line.startsWith(`${one.stratum},`)).slice(0, one.drawn.length);
      expect(ofStratum).toEqual(one.drawn.map(({ id, ticket }) => `${one.stratum},${ticket},${id}`));
    }
  });
});
