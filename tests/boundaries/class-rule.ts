import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the class is worked out, and the arithmetic that it is worked out with. */
const allowed = /^src\/process\/standards\/domain\/|^src\/lib\/fraction(\.test)?\.ts$/;

/** How a class would be worked out: rounding a score, or holding one against the threshold of a class. */
const RULES = [
  /\b(compareWithDecimal|roundHalfUp|leastPrinted)\b/,
  /(?<!=)[<>]=?\s*[\w?!.()]*\w[?!]?\.(from|threshold)\b|\.(from|threshold)\b[?!)]*\s*[<>]=?\s*[\w(]/,
  /\b(printed|printedUnits|numerator|normalised)\b(::\w+)?[?!)]*\s*[<>]=?\s*[\w('"$]/,
  /(?<!=)[<>]=?\s*(Number\()?[\w?!.]*\b(printed|printedUnits|numerator|normalised)\b/,
];

/** Lines outside the one function that look as if they worked a class out, as `file:line text`. */
export const classComputers = (base: string): string[] =>
  readdirSync(join(base, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path) && !allowed.test(path))
    .flatMap((path) =>
      readFileSync(join(base, path), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          RULES.some((rule) => rule.test(line)) ? [`${path}:${index + 1} ${line.trim()}`] : [],
        ),
    );
