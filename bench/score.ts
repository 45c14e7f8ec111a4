import { compile, type Edition, packedScorer } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { NOT_APPLICABLE, packsOf, UNITS_AT } from './packs.ts';
import { median, range } from './report.ts';

interface Side {
  readonly run: () => number;
}

/**
 * The limit: one code an item in a typed array, what it earns, what it applies to and whether it fails from lookup tables, then the class by
 * thresholds. No check of a value, no fraction, no floor, no gate, no effect.
 */
const bareLoop = (edition: Edition, packs: Uint8Array, length: number, count: number): Side => {
  const { items } = edition;
  const width = 2 + Math.max(...items.map(({ full }) => full));
  const [earned, applicable] = [new Float64Array(items.length * width), new Float64Array(items.length * width)];
  const fails = new Uint8Array(items.length * width);
  items.forEach(({ scoring, full, kind }, position) => {
    for (let code = 0; code < width - 1; code += 1) {
      earned[position * width + code] = scoring === 'met' ? code * full : code;
      applicable[position * width + code] = full;
      fails[position * width + code] = kind !== 'scored' && earned[position * width + code]! < full ? 1 : 0;
    }
  });
  const codes = width < 256 ? new Uint8Array(count * items.length) : new Uint16Array(count * items.length);
  for (let pack = 0; pack < count; pack += 1) {
    for (let position = 0; position < items.length; position += 1) {
      const at = pack * length + UNITS_AT + 2 * position;
      const unit = packs[at]! | (packs[at + 1]! << 8);
      codes[pack * items.length + position] = unit === NOT_APPLICABLE ? width - 1 : unit;
    }
  }
  const [score, rank] = [new Float64Array(count), new Uint8Array(count)];
  const all = items.length;
  return {
    run: () => {
      let total = 0;
      for (let pack = 0; pack < count; pack += 1) {
        let [got, of, failed] = [0, 0, 0];
        const from = pack * all;
        for (let position = 0, row = 0; position < all; position += 1, row += width) {
          const at = row + codes[from + position]!;
          got += earned[at]!;
          of += applicable[at]!;
          failed += fails[at]!;
        }
        const value = (100 * got) / of;
        score[pack] = value;
        rank[pack] = failed > 1 ? 3 : value >= 90 ? 0 : value >= 75 ? 1 : value >= 60 ? 2 : 3;
        total += got;
      }
      return total;
    },
  };
};

const product = (edition: Edition, hash: string, packs: Uint8Array, length: number, count: number): Side => {
  const scorer = packedScorer(compile(edition), hash);
  return {
    run: () => {
      let total = 0;
      for (let pack = 0; pack < count; pack += 1) {
        const result = scorer(packs, pack * length, (pack + 1) * length);
        if (!result.ok) throw new Error(result.error.code);
        total += result.value.earned;
      }
      return total;
    },
  };
};

/**
 * A line for each edition: million items a second of `packedScorer` and of the bare loop over the same answers, taking turns; seconds of
 * the thread's processor time, which other work on the machine disturbs less.
 */
export const scoreLines = (
  editions: readonly (readonly [name: string, edition: Edition])[],
  count: number,
  rounds: number,
): string[] =>
  editions.map(([name, edition]) => {
    const hash = editionHash(edition);
    const next = packsOf(edition, hash);
    const { length } = next();
    const packs = new Uint8Array(count * length);
    for (let pack = 0; pack < count; pack += 1) packs.set(next(), pack * length);
    const sides = {
      product: product(edition, hash, packs, length, count),
      bare: bareLoop(edition, packs, length, count),
    };
    const rate = ({ run }: Side): number => {
      const before = process.threadCpuUsage();
      run();
      const { user, system } = process.threadCpuUsage(before);
      return (count * edition.items.length) / (user + system);
    };
    // Once unmeasured, so that both are compiled; where nothing is zeroed both earn the same.
    const same = sides.product.run() === sides.bare.run();
    const found = Array.from({ length: rounds }, (_, round) => {
      const first = round % 2 === 0 ? rate(sides.product) : 0;
      const bare = rate(sides.bare);
      return { product: first || rate(sides.product), bare };
    });
    const ratios = found.map((each) => each.product / each.bare);
    const perSecond = (side: 'product' | 'bare') => median(found.map((each) => each[side])).toFixed(0);
    return `${name.padEnd(52)} ${median(ratios).toFixed(2)} (${range(ratios, 2)})   ${perSecond('product')} M items/s ÷ ${perSecond('bare')}${same ? '' : ', points of zeroed elements aside'}`;
  });
