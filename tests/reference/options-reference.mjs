/** An option that is unknown, repeated, missing or malformed: exit 2. */
export class BadOption extends Error {}

/** Input that cannot be read or is refused: exit 1. */
export class Refused extends Error {}

/**
 * Reads `--name value` and `--name=value` options, `--seed=TEXT`, which is written in one piece because a seed may be
 * empty or start with a hyphen, and `--json`, which takes no value and must be there.
 * @param {readonly string[]} args
 * @param {readonly string[]} names options that take a value
 * @returns {Map<string, string>}
 */
export function readOptions(args, names) {
  const found = new Map();
  const put = (name, value) => {
    if (found.has(name)) throw new BadOption(`--${name} is given twice`);
    found.set(name, value);
  };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '--json') {
      put('json', '');
      continue;
    }
    const parts = /^--([a-z]+)(=(.*))?$/s.exec(arg);
    if (parts === null || !names.includes(parts[1])) throw new BadOption(`unknown: ${arg}`);
    let value = parts[3];
    if (parts[2] === undefined && parts[1] !== 'seed') {
      at += 1;
      value = args[at]?.startsWith('-') ? undefined : args[at];
    }
    if (value === undefined || (value === '' && parts[1] !== 'seed'))
      throw new BadOption(`--${parts[1]} lacks its value`);
    put(parts[1], value);
  }
  if (!found.has('json')) throw new BadOption('--json is missing');
  return found;
}

/** The value of an option that must be there. */
export function required(options, name) {
  const value = options.get(name);
  if (value === undefined) throw new BadOption(`--${name} is missing`);
  return value;
}

/** The bytes of a file, by a reader that answers null where there is none. */
export function bytesOf(read, path) {
  const bytes = read(path);
  if (bytes === null) throw new Refused(`${path}: cannot be read`);
  return bytes;
}

/** Runs a command body, turning the two kinds of refusal into exit codes with nothing on stdout. */
export function outcome(body) {
  try {
    return { exit: 0, stdout: body(), reason: '' };
  } catch (error) {
    if (error instanceof BadOption) return { exit: 2, stdout: null, reason: error.message };
    if (error instanceof Refused) return { exit: 1, stdout: null, reason: error.message };
    throw error;
  }
}
