import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutFolder } from '#platform/config.ts';
import { startText } from '#platform/start.text.ts';
import type { Catalogue } from '#platform/text.ts';
import { uiTexts } from '#platform/ui/ui.text.ts';
import { deductionsTexts } from '#process/standards/deductions.text.ts';
import { draftingTexts } from '#process/standards/drafting.text.ts';
import { commandLineText } from './cli/command-line.text.ts';
import { faultCatalogues } from './fault-catalogues.ts';
import { publicSiteText } from './public-site/public-site.text.ts';
import { reactions } from './reactions.ts';

const keysOf = (...catalogues: readonly Catalogue[]) => catalogues.flatMap((texts) => Object.keys(texts['zh-CN']));
const worded = new Set(keysOf(uiTexts, ...faultCatalogues));
const startsWording = (prefix: string) => [...worded].some((key) => key.startsWith(prefix));

/** What people read elsewhere than in the browser, or on one page only, has a catalogue of its own there. */
const elsewhere: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^(platform|app)\//, new Set(keysOf(startText))],
  [/^app\/public-site\//, new Set(keysOf(publicSiteText))],
  [/^(lib|app\/cli|support\/audit)\//, new Set(keysOf(commandLineText))],
  [/^process\/standards\/deduction-words\.ts$/, new Set(keysOf(deductionsTexts))],
  [/^process\/standards\/domain\/draft-pasting\.ts$/, new Set(keysOf(draftingTexts))],
];

/** Dotted words of the program that nobody reads: events that nothing waits for, paths of fields, files and settings. */
const unread = new Set([
  ...Object.keys(reactions),
  'supervision.fact-recorded',
  'notice.closed',
  'adoption.signed',
  'objection.dismissed',
  'dates.startsOn',
  'dates.endsOn',
  'app.city',
  'req.headers.authorization',
  'req.headers.cookie',
  'instance.lock',
  'postmaster.pid',
]);
const fileName = /\.(ts|tsx|json|typ|log|yaml|xlsx|csv|pdf|xml|html|sql)$/;

/** Text put together at run time: paths of fields, which need no wording, else prefixes that a catalogue has to know. */
const fieldPath = /^(copies|values|answers|certificates|items|register|registration|strata|rows|days)\./;

/** Findings of `verify-audit`, which its command words in a table that would not compile without one of them. */
const inTables = /^(app\/cli|support\/audit\/server)\/(verify|verify-audit)\.ts$/;

const sources = readdirSync(join(checkoutFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !inTables.test(path))
  .filter((path) => !/\.test\.ts$|(^|\/)(web|testing)\/|\.(zh-CN|en|text)\.ts$|^platform\/ui\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(checkoutFolder, 'src', path), 'utf8') }));

interface Found {
  readonly path: string;
  readonly word: string;
}
const matches = (pattern: RegExp): readonly Found[] =>
  sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, word = '']) => ({ path, word })));
/** One line for each word and file: what has to be mended. */
const listed = (found: readonly Found[]) => [...new Set(found.map(({ path, word }) => `${word} in ${path}`))].sort();

const commandNames = matches(/\b(?:name|command): '([a-z][a-z-]*\.[a-z-]+)'/g).filter(
  // The public site, which has no command, labels its fields with keys of the same shape.
  ({ word }) => !fileName.test(word) && !word.startsWith('public.'),
);
const subjectTypes = matches(/subject: \{ type: '([^']+)'/g);

describe('the catalogues of the server', () => {
  it('word every code that the server can answer with', () => {
    const commands = new Set(commandNames.map(({ word }) => word));
    const silent = matches(/'([a-z][a-z-]*(?:\.[A-Za-z][\w-]*)+)'/g).filter(
      ({ path, word }) =>
        !worded.has(word) &&
        // A step of the account of a class is worded under a prefix, faults of a scheme's form under a suffix.
        !worded.has(`trace.${word}`) &&
        !startsWording(`${word}.`) &&
        !commands.has(word) &&
        !unread.has(word) &&
        !fileName.test(word) &&
        !elsewhere.some(([folder, keys]) => folder.test(path) && keys.has(word)),
    );
    expect(listed(silent)).toEqual([]);
  });

  it('word every code that stands right in a refusal or an issue, however it is spelt', () => {
    const codes = matches(/(?:\brefuse\(|\bcode: |\bmessage: )'([^'\s]+)'/g).filter(({ word }) =>
      /[a-z]\.[a-zA-Z]/.test(word),
    );
    expect(codes.length).toBeGreaterThan(100);
    const silent = codes.filter(
      ({ path, word }) => !worded.has(word) && !elsewhere.some(([folder, keys]) => folder.test(path) && keys.has(word)),
    );
    expect(listed(silent)).toEqual([]);
  });

  it('know the beginning of every code that is put together', () => {
    const silent = matches(/`([a-z][a-z-]*\.[\w.-]*)\$\{/g).filter(
      ({ word }) => !fieldPath.test(word) && !startsWording(word),
    );
    expect(listed(silent)).toEqual([]);
  });

  it('name every command as the audit log shows it', () => {
    expect(commandNames.length).toBeGreaterThan(40);
    expect(listed(commandNames.filter(({ word }) => !worded.has(`command.${word}`)))).toEqual([]);
  });

  it('name every kind of record that a command changes', () => {
    expect(subjectTypes.length).toBeGreaterThan(40);
    expect(listed(subjectTypes.filter(({ word }) => !worded.has(`subject.${word}`)))).toEqual([]);
    // A kind that is not written down where the command is could not be found here.
    const hidden = matches(
      /(\bsubject: (?!\{ type: '|\{ readonly type|Outcome|outcome|further|z\.|text|sql|query)[^,;\n]+)/g,
    );
    expect(listed(hidden)).toEqual([]);
  });

  it('name no command and no record that there is not', () => {
    const known = new Set([
      ...commandNames.map(({ word }) => `command.${word}`),
      ...subjectTypes.map(({ word }) => `subject.${word}`),
    ]);
    expect([...worded].filter((key) => /^(command|subject)\./.test(key) && !known.has(key))).toEqual([]);
  });
});
