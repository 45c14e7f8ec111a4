import type { Issue } from '#lib/result.ts';
import { checkCreditCode, normaliseCreditCode } from '../credit-code.ts';
import { fieldOf, needsProof, type RegisterFieldName, type RegisterValues } from './fields.ts';

/** What is offered for the fields that hold a code. */
export type Choices = Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>>;

/** New values by field; only those that are to change. */
export type Asked = Readonly<Partial<Record<RegisterFieldName, string>>>;

export const namesIn = (asked: Asked): readonly RegisterFieldName[] => Object.keys(asked) as RegisterFieldName[];

/** The values as they would be kept: without blanks around them, a credit code in capitals. */
export const asKept = (asked: Asked): Asked =>
  Object.fromEntries(
    namesIn(asked).map((name) => [
      name,
      name === 'creditCode' ? normaliseCreditCode(asked[name] ?? '') : (asked[name] ?? '').trim(),
    ]),
  );

const faultsOf = (name: RegisterFieldName, value: string, current: string, choices: Choices): readonly Issue[] => {
  const path = `values.${name}`;
  const { kind, blank } = fieldOf(name);
  if (value === '' && !blank) return [{ path, code: 'registerChange.empty' }];
  if (value === current) return [{ path, code: 'registerChange.sameValue' }];
  if (!value.isWellFormed()) return [{ path, code: 'registerChange.badCharacter' }];
  if (kind === 'choice')
    return choices[name]?.some(({ code }) => code === value) ? [] : [{ path, code: 'input.notAChoice' }];
  if ([...value].length > kind) return [{ path, code: 'registerChange.tooLong', params: { limit: kind } }];
  if (name !== 'creditCode') return [];
  const checked = checkCreditCode(value);
  return checked.ok ? [] : [{ path, code: checked.error.code, params: checked.error.params }];
};

/**
 * Everything that is wrong with a request, at `values.<field>`, `values` or `proofId`: nothing asked for, a value that is empty, unknown, too long
 * or the one that stands; a proof that is missing (`registerChange.proofMissing`). `asked` as `asKept` gives it.
 */
export const requestFaults = (
  asked: Asked,
  current: RegisterValues,
  choices: Choices,
  hasProof: boolean,
): readonly Issue[] => {
  const names = namesIn(asked);
  if (names.length === 0) return [{ path: 'values', code: 'registerChange.nothingAsked' }];
  return [
    ...names.flatMap((name) => faultsOf(name, asked[name] ?? '', current[name], choices)),
    ...(needsProof(names) && !hasProof ? [{ path: 'proofId', code: 'registerChange.proofMissing' }] : []),
  ];
};
