/** A stretch of text that both have, or one of them alone. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** Above this many comparisons the texts are shown whole, one removed and one added: nobody would read such patchwork. */
const MOST = 4_000_000;

/** What changed inside a text, word by word (Chinese words as Unicode segments them): the longest common sequence stays. */
export const wordDifference = (before: string, after: string): readonly Stretch[] => {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old.length * now.length > MOST) return joined([...whole('removed', before), ...whole('added', after)]);
  const kept = commonLengths(old, now);
  const width = now.length + 1;
  const found: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push({ kind: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && kept[(i + 1) * width + j]! >= kept[i * width + j + 1]!)) {
      found.push({ kind: 'removed', text: old[i]! });
      i += 1;
    } else {
      found.push({ kind: 'added', text: now[j]! });
      j += 1;
    }
  }
  return joined(found);
};

const whole = (kind: Stretch['kind'], text: string): Stretch[] => (text === '' ? [] : [{ kind, text }]);

/** How long the longest common sequence is of what is left from (i, j) on, row by row. */
const commonLengths = (old: readonly string[], now: readonly string[]): Uint32Array => {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  return lengths;
};

/** Neighbours of one kind become one; what was removed stands before what was added in its place. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const done: Stretch[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    done.push(...whole('removed', removed), ...whole('added', added));
    removed = '';
    added = '';
  };
  for (const { kind, text } of stretches) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      settle();
      const last = done.at(-1);
      if (last?.kind === 'same') done[done.length - 1] = { kind, text: last.text + text };
      else done.push({ kind, text });
    }
  }
  settle();
  return done;
};
