import type { PlainDate } from '#lib/plain-date.ts';
import { closestDates } from '#process/campaign/domain/closest-dates.ts';

/** One row of the phase table; `*` stands for every body or every industry. */
export interface PhaseRow {
  readonly bodyId: string;
  readonly industry: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

export interface DeadlineInput {
  /** Rows of the phase 企业自评申报. */
  readonly phase: readonly PhaseRow[];
  readonly bodyId: string;
  readonly industry: string;
  readonly campaign: { readonly startsOn: PlainDate; readonly endsOn: PlainDate };
  /** Last day of 组织初审: whoever comes later is examined by nobody. */
  readonly reviewEndsOn: PlainDate | null;
  /** Set by a return for correction or an extension: its own last day takes the place of the phase's. */
  readonly correctionDueOn: PlainDate | null;
  /** What the scheme says of declarations that come after their last day; absent: they are accepted. */
  readonly afterTerm?: 'accept' | 'refuse';
}

export interface Deadline {
  /** First day on which a declaration may be handed in. */
  readonly opensOn: PlainDate;
  /** Last day on time. */
  readonly dueOn: PlainDate;
  /** Last day at all: later ones are refused, between the two they are accepted and marked late. */
  readonly closesOn: PlainDate;
}

/**
 * When a declaration is due (攀安监〔2009〕166号 三、第二阶段（一）: 10月底前; 县区、行业可另定). A campaign without such a row is open
 * from its first to its last day. Late declarations are accepted, and marked, while preliminary reviews are still held, unless the scheme
 * refuses them.
 */
export const deadlineOf = ({
  phase,
  bodyId,
  industry,
  campaign,
  reviewEndsOn,
  correctionDueOn,
  afterTerm = 'accept',
}: DeadlineInput): Deadline => {
  const row = closestDates(phase, bodyId, industry);
  const dueOn = correctionDueOn ?? row?.endsOn ?? campaign.endsOn;
  return {
    opensOn: row?.startsOn ?? campaign.startsOn,
    dueOn,
    closesOn: afterTerm === 'refuse' ? dueOn : lastAtAll(dueOn, reviewEndsOn, campaign.endsOn),
  };
};

/** A term that was set later than the reviews end, for a correction or for one body, still holds. */
const lastAtAll = (dueOn: PlainDate, reviewEndsOn: PlainDate | null, campaignEndsOn: PlainDate): PlainDate => {
  if (reviewEndsOn === null) return campaignEndsOn;
  return reviewEndsOn > dueOn ? reviewEndsOn : dueOn;
};

export type Timeliness = 'too-early' | 'on-time' | 'late' | 'closed';

export const timeliness = ({ opensOn, dueOn, closesOn }: Deadline, today: PlainDate): Timeliness => {
  if (today < opensOn) return 'too-early';
  if (today <= dueOn) return 'on-time';
  return today <= closesOn ? 'late' : 'closed';
};
