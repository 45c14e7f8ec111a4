import type { Goal } from './data/journeys.ts';

/** First and last day, both included. */
export type Period = readonly [first: string, last: string];

/**
 * Units come in waves: what a body transmits together is drawn together and settled together. Waves 1 to 3 have been drawn,
 * wave 4 is a frozen pool, wave 5 has been received, wave 6 is on its way; wave 0 has not come so far.
 */
export type Wave = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const waveOf = (goal: Goal): Wave => {
  switch (goal) {
    case 'adopted':
    case 'cleared':
      return 1;
    case 'in-notice':
    case 'settled':
      return 2;
    case 'drawn-lately':
      return 3;
    case 'pool-frozen':
      return 4;
    case 'received':
      return 5;
    case 'sent':
      return 6;
    default:
      return 0;
  }
};

interface WaveDays {
  readonly assessment: Period;
  readonly review: Period;
  readonly transmitted: string;
  readonly received: string;
}

/** When the units of a wave were assessed, reviewed, transmitted and received. */
export const waveDays: Readonly<Record<Wave, WaveDays>> = {
  0: {
    assessment: ['2026-10-13', '2026-10-30'],
    review: ['2026-11-09', '2026-11-20'],
    transmitted: '',
    received: '',
  },
  1: {
    assessment: ['2026-09-01', '2026-09-16'],
    review: ['2026-09-21', '2026-09-29'],
    transmitted: '2026-10-09',
    received: '2026-10-12',
  },
  2: {
    assessment: ['2026-09-10', '2026-09-29'],
    review: ['2026-10-12', '2026-10-22'],
    transmitted: '2026-10-26',
    received: '2026-10-28',
  },
  3: {
    assessment: ['2026-09-21', '2026-10-16'],
    review: ['2026-10-22', '2026-11-05'],
    transmitted: '2026-11-09',
    received: '2026-11-11',
  },
  4: {
    assessment: ['2026-10-09', '2026-10-29'],
    review: ['2026-11-02', '2026-11-12'],
    transmitted: '2026-11-16',
    received: '2026-11-18',
  },
  5: {
    assessment: ['2026-10-13', '2026-10-30'],
    review: ['2026-11-03', '2026-11-17'],
    transmitted: '2026-11-19',
    received: '2026-11-23',
  },
  6: {
    assessment: ['2026-10-13', '2026-10-31'],
    review: ['2026-11-06', '2026-11-19'],
    transmitted: '2026-11-23',
    received: '',
  },
};

/** When the units of a wave were drawn, visited, settled and put on notice. */
export interface DrawDays {
  readonly wave: 1 | 2 | 3;
  readonly frozen: string;
  readonly drawn: string;
  readonly assigned: string;
  readonly visits: Period;
  readonly confirmed: string;
  readonly kept: string;
}

export const drawDays: readonly DrawDays[] = [
  {
    wave: 1,
    frozen: '2026-10-15',
    drawn: '2026-10-19',
    assigned: '2026-10-20',
    visits: ['2026-10-21', '2026-10-29'],
    confirmed: '2026-11-02',
    kept: '2026-11-04',
  },
  {
    wave: 2,
    frozen: '2026-10-29',
    drawn: '2026-10-30',
    assigned: '2026-11-02',
    visits: ['2026-11-03', '2026-11-10'],
    confirmed: '2026-11-11',
    kept: '2026-11-12',
  },
  {
    wave: 3,
    frozen: '2026-11-12',
    drawn: '2026-11-13',
    assigned: '2026-11-16',
    visits: ['2026-11-17', '2026-11-20'],
    confirmed: '2026-11-23',
    kept: '2026-11-23',
  },
];

/** The pool of the last wave is frozen and published; its seed is still to be taken. */
export const LAST_FREEZE = '2026-11-23';
