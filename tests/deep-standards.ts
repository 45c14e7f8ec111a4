import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { compile, type Edition, parseAnswers, score, type TraceStep } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';

/** Industries whose standard is worked out in full; the others have a short one. */
export const DEEP: readonly string[] = ['opencast-mine', 'hazardous-chemicals', 'metallurgy'];

export const SCHEME = fileURLToPath(new URL('../schemes/panzhihua-2009', import.meta.url));

const { editions } = await readScheme('panzhihua-2009');

/** The edition of an industry as the scheme folder has it. */
export const editionOf = (industry: string): Edition => {
  const found = editions.find((one) => one.industry === industry);
  if (!found) throw new Error(`no standard for ${industry}`);
  return found;
};

/** Names of the worked examples of an industry, in order. */
export const goldenNames = (industry: string): readonly string[] =>
  readdirSync(join(SCHEME, 'golden', industry))
    .filter((name) => name.endsWith('.json'))
    .sort();

/** One worked example: the file, and the account that the program gives of its answers. */
export const goldenCase = (industry: string, name: string) => {
  const edition = editionOf(industry);
  const file = JSON.parse(readFileSync(join(SCHEME, 'golden', industry, name), 'utf8'));
  const answers = parseAnswers(edition, file, editionHash(edition));
  if (!answers.ok) throw new Error(`${industry}/${name}: ${JSON.stringify(answers.error)}`);
  const result = score(compile(edition), answers.value, { trace: true });
  if (!result.ok) throw new Error(`${industry}/${name}: ${JSON.stringify(result.error)}`);
  const { edition: hash, trace, ...figures } = result.value;
  return { file, hash, figures, trace: trace as readonly TraceStep[] };
};
