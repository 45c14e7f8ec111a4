import type { PlainDate } from '#lib/plain-date.ts';

/** A copy of the paper as it lies with the receiving body. */
export interface ArrivedCopy {
  readonly copy: number;
  readonly signed: boolean;
  readonly sealed: boolean;
  readonly arrivedOn: PlainDate;
}

/** What a copy lacks; `missing`: it has not come. */
export const lackKinds = ['missing', 'unsigned', 'unsealed'] as const;
export interface Lack {
  readonly copy: number;
  readonly what: (typeof lackKinds)[number];
}

/** Everything that keeps the paper from being whole, in order of the copies; nothing if it is. */
export const lacksOf = (copies: number, arrived: readonly ArrivedCopy[]): readonly Lack[] =>
  Array.from({ length: copies }, (_, at) => at + 1).flatMap((copy): readonly Lack[] => {
    const found = arrived.find((one) => one.copy === copy);
    if (!found) return [{ copy, what: 'missing' }];
    return [
      ...(found.signed ? [] : [{ copy, what: 'unsigned' as const }]),
      ...(found.sealed ? [] : [{ copy, what: 'unsealed' as const }]),
    ];
  });

/**
 * Where the paper of a submission stands. `outstanding`: nothing has come; `incomplete`: something lacks and nobody has been told;
 * `notified`: the enterprise was told what lacks; `complete`: the receipt is out.
 */
export const paperStates = ['outstanding', 'incomplete', 'notified', 'complete'] as const;
export type PaperState = (typeof paperStates)[number];

export const paperState = (given: {
  readonly arrived: number;
  readonly isNotified: boolean;
  readonly hasReceipt: boolean;
}): PaperState => {
  if (given.hasReceipt) return 'complete';
  if (given.isNotified) return 'notified';
  return given.arrived > 0 ? 'incomplete' : 'outstanding';
};

/** The day on which the paper was whole: the last copy's; null while something lacks. */
export const completeOn = (copies: number, arrived: readonly ArrivedCopy[]): PlainDate | null =>
  lacksOf(copies, arrived).length > 0
    ? null
    : arrived.reduce<PlainDate | null>((last, { arrivedOn }) => (last && last > arrivedOn ? last : arrivedOn), null);

/** The day on which the declaration counts as handed in, as the scheme says; null while it still depends on paper that has not come. */
export const countingDay = (
  rule: 'electronic' | 'paper',
  submittedOn: PlainDate,
  paperOn: PlainDate | null,
): PlainDate | null => (rule === 'electronic' ? submittedOn : paperOn);
