/** The figures of a printed declaration that are held against the record, in the order in which they stand on the paper. */
export const figureKeys = [
  'receiptNumber',
  'enterpriseName',
  'creditCode',
  'unitName',
  'score',
  'class',
  'mandatoryFailed',
  'vetoFailed',
  'notApplicable',
  'staffCount',
  'fullTimeSafetyStaff',
  'specialOperators',
  'safetyEngineers',
  'fixedAssets',
  'revenue',
  'safetyInvestment',
  'majorHazardSources',
  'assessedFrom',
  'assessedTo',
  'signer',
  'submittedOn',
] as const;
export type FigureKey = (typeof figureKeys)[number];

export interface KeyFigure {
  readonly key: FigureKey;
  readonly kind: 'text' | 'number' | 'day';
  /** As the record has it: numbers without unit, days as `YYYY-MM-DD`. */
  readonly value: string;
}

/** What a person found on the paper: the same as shown, or what stands there. */
export type Reading = { readonly agrees: true } | { readonly paper: string };

export interface Difference {
  readonly key: FigureKey;
  readonly record: string;
  readonly paper: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly agreeing: number;
  /** Not looked at yet. */
  readonly open: readonly FigureKey[];
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const numberIn = (text: string): string => {
  const found = /^[+-]?[\d,]+(?:\.\d+)?/.exec(plain(text))?.[0].replace(/[,+]/g, '');
  if (found === undefined) return plain(text);
  const [whole = '', places = ''] = found.split('.');
  const kept = places.replace(/0+$/, '');
  return `${whole.replace(/^(-?)0+(?=\d)/, '$1')}${kept === '' ? '' : `.${kept}`}`;
};

const dayIn = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain(text)) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain(text);
};

/** Whether two writings say the same: units, separators, closing zeros, full width and the way of writing a day do not count. */
export const sayTheSame = (kind: KeyFigure['kind'], one: string, other: string): boolean => {
  const read = { text: (text: string) => plain(text).toUpperCase(), number: numberIn, day: dayIn }[kind];
  return read(one) === read(other);
};

/** Holds what was read from the paper against the record, figure by figure. */
export const comparePaper = (
  figures: readonly KeyFigure[],
  readings: Readonly<Partial<Record<FigureKey, Reading>>>,
): Comparison => {
  const [differences, open]: [Difference[], FigureKey[]] = [[], []];
  let agreeing = 0;
  for (const { key, kind, value } of figures) {
    const reading = readings[key];
    if (!reading || ('paper' in reading && reading.paper.trim() === '')) open.push(key);
    else if ('agrees' in reading || sayTheSame(kind, value, reading.paper)) agreeing += 1;
    else differences.push({ key, record: value, paper: reading.paper });
  }
  return { differences, agreeing, open };
};
