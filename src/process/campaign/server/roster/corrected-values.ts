import type { RegisterFieldName } from '#parties/enterprises/domain/register-change/fields.ts';
import type { ChangedValue } from '#parties/enterprises/server/register-change/insert-change.ts';
import type { Directory } from '../../domain/roster/directory.ts';

/** The form of a unit as far as the register keeps it; `bodyId` is the supervising body. */
export type CorrectedForm = Readonly<
  Record<Exclude<RegisterFieldName, 'creditCode' | 'supervisingBodyId'> | 'bodyId', string>
>;

const fields = [
  ['enterpriseName', 'enterpriseName'],
  ['affiliation', 'affiliation'],
  ['address', 'address'],
  ['legalRepresentative', 'legalRepresentative'],
  ['contactName', 'contactName'],
  ['contactPhone', 'contactPhone'],
  ['unitName', 'unitName'],
  ['industry', 'industry'],
  ['divisionCode', 'divisionCode'],
  ['bodyId', 'supervisingBodyId'],
] as const satisfies readonly (readonly [keyof CorrectedForm, RegisterFieldName])[];

const textOf = ({ scheme, bodies }: Directory, field: RegisterFieldName, value: string): string => {
  const named = (list: readonly { readonly code: string; readonly name: string }[]) =>
    list.find(({ code }) => code === value)?.name ?? value;
  if (field === 'affiliation') return named(scheme.affiliations);
  if (field === 'industry') return named(scheme.industries);
  if (field === 'divisionCode') return named(scheme.divisions);
  return field === 'supervisingBodyId' ? (bodies.find(({ bodyId }) => bodyId === value)?.short ?? value) : value;
};

/** What a correction changes, as the history of the register keeps it. */
export const correctedValues = (
  before: CorrectedForm,
  after: CorrectedForm,
  directory: Directory,
): readonly ChangedValue[] =>
  fields.flatMap(([key, field]) =>
    before[key] === after[key]
      ? []
      : [
          {
            field,
            from: before[key],
            to: after[key],
            fromText: textOf(directory, field, before[key]),
            toText: textOf(directory, field, after[key]),
          },
        ],
  );
