import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#platform/text.ts';
import { uiTexts } from '#platform/ui/ui.text.ts';
import { shellTexts } from './shell.text.ts';
import { catalogues } from './texts.ts';

const all: readonly Catalogue[] = [uiTexts, shellTexts, ...catalogues];
const placeholders = (wording: string): string[] => [...new Set(wording.match(/\{\w+\}/g) ?? [])].sort();

describe('the catalogues', () => {
  it('fill the same placeholders in both languages', () => {
    const differing = all.flatMap((texts) =>
      Object.keys(texts['zh-CN']).filter(
        (key) => String(placeholders(texts['zh-CN'][key] ?? '')) !== String(placeholders(texts.en[key] ?? '')),
      ),
    );
    expect(differing).toEqual([]);
  });

  it('leave nothing empty and nothing Chinese in the English, but the name of the other language', () => {
    const wrong = all.flatMap((texts) =>
      Object.entries(texts.en).filter(
        ([key, wording]) =>
          key !== 'top.language' && (wording === '' || /\p{Script=Han}/u.test(wording) || texts['zh-CN'][key] === ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('word no code twice', () => {
    const keys = [uiTexts, ...catalogues].flatMap((texts) => Object.keys(texts['zh-CN']));
    const seen = new Set<string>();
    expect(keys.filter((key) => (seen.has(key) ? true : !seen.add(key)))).toEqual([]);
  });
});
