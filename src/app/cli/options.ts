import { err, ok, type Params, type Result } from '#lib/result.ts';

export type OptionCode =
  | 'option.unknown'
  | 'option.repeated'
  | 'option.missing'
  | 'option.valueMissing'
  | 'option.valueMalformed'
  | 'option.valueNotTaken';

export interface OptionFault {
  readonly code: OptionCode;
  readonly params: Params;
}

/**
 * How an option is given: `flag` is `--name`; `value` is `--name=VALUE` or `--name VALUE`, where a separate VALUE may not begin with `--`;
 * `text` is `--name=TEXT` only, so that any text, also an empty one or one that begins with a dash, means itself.
 */
export interface OptionRule {
  readonly kind: 'flag' | 'value' | 'text';
  readonly required?: true;
  readonly pattern?: (value: string) => boolean;
}

/** Reads options strictly: unknown, repeated, missing and malformed ones are faults. A flag that is given has the value ''. */
export const readOptions = <Name extends string>(
  args: readonly string[],
  rules: Readonly<Record<Name, OptionRule>>,
): Result<Partial<Record<Name, string>>, OptionFault> => {
  const given: Partial<Record<Name, string>> = {};
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at]!;
    const [, name, value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    if (name === undefined || !Object.hasOwn(rules, name)) return fault('option.unknown', { given: argument });
    const known = name as Name;
    const option = `--${name}`;
    const rule: OptionRule = rules[known];
    if (given[known] !== undefined) return fault('option.repeated', { option });
    if (rule.kind === 'flag') {
      if (value !== undefined) return fault('option.valueNotTaken', { option });
      given[known] = '';
      continue;
    }
    const taken = value ?? (rule.kind === 'value' ? args[++at] : undefined);
    if (taken === undefined || (value === undefined && taken.startsWith('--'))) {
      return fault('option.valueMissing', { option });
    }
    if (rule.kind === 'value' && taken === '') return fault('option.valueMissing', { option });
    if (rule.pattern && !rule.pattern(taken)) return fault('option.valueMalformed', { option, given: taken });
    given[known] = taken;
  }
  for (const [name, rule] of Object.entries<OptionRule>(rules)) {
    if (rule.required && given[name as Name] === undefined) return fault('option.missing', { option: `--${name}` });
  }
  return ok(given);
};

const fault = (code: OptionCode, params: Params): { ok: false; error: OptionFault } => err({ code, params });
