import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { forbidden, options } from './rules.ts';

/** A forbidden import, in words. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Inspection {
  readonly violations: readonly Violation[];
  /** Source files on disk that were not looked at. A check that saw nothing must not pass. */
  readonly unseen: readonly string[];
  readonly seen: number;
}

const sourceFiles = (base: string): string[] =>
  readdirSync(join(base, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Looks at every import below `src` of a checkout and compares what was seen with what lies on the disk. */
export const inspect = async (base: string): Promise<Inspection> => {
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: base,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
  const { modules, summary }: ICruiseResult = output;
  const looked = new Set(modules.filter(({ source }) => source.startsWith('src/')).map(({ source }) => source));
  return {
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    unseen: sourceFiles(base).filter((file) => !looked.has(file)),
    seen: looked.size,
  };
};
