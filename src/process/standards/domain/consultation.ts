import type { PlainDate } from '#lib/plain-date.ts';

/** To whom a draft is sent for comment (征求意见); `public`: a page on the public site, comments come by letter. */
export const addresseeGroups = ['bodies', 'experts', 'enterprises', 'public'] as const;
export type AddresseeGroup = (typeof addresseeGroups)[number];

/** Whose comment: a supervising body’s, an expert’s, an enterprise’s, or one that came by letter and was recorded. */
export const commentSides = ['body', 'expert', 'enterprise', 'letter'] as const;
export type CommentSide = (typeof commentSides)[number];

/** 采纳 or 不采纳: every comment gets one of them, with the reason. */
export const rulings = ['adopted', 'not-adopted'] as const;
export type Ruling = (typeof rulings)[number];

/** 已采用到新版 or 暂不采用: what became of a remark on an item of an edition in use. */
export const remarkOutcomes = ['adopted', 'set-aside'] as const;
export type RemarkOutcome = (typeof remarkOutcomes)[number];

export type ConsultationState = 'open' | 'closed';

/** Comments are taken from the day of sending to the end of the last day. */
export const consultationState = (closesOn: PlainDate, today: PlainDate): ConsultationState =>
  today <= closesOn ? 'open' : 'closed';

/** How long a draft may be out, in working days. No law sets it for a standard like these: the bounds are ours (示范). */
export const WINDOW = { least: 5, most: 60, usual: 15 } as const;
