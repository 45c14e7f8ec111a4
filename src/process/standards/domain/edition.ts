/**
 * An edition of an industry's assessment standard (评估标准), format `anping-edition-v1` of `docs/formats.md`.
 * Immutable once published; its hash names it. Points are integers in units: 5 points at 2 units per point are 10.
 * Optional texts are for people (pages, printed tables); the score reads none of them.
 */
export interface Edition {
  readonly format: typeof EDITION_FORMAT;
  readonly unitsPerPoint: number;
  /** What the normalised score runs to, usually 100. */
  readonly scale: number;
  /** Decimal places of the printed score. */
  readonly digits: number;
  /** Whether a class threshold is held against the printed score or against the exact fraction. */
  readonly compare: 'printed' | 'exact';
  readonly classes: readonly EditionClass[];
  readonly elements: readonly Element[];
  readonly items: readonly Item[];
  readonly gates: readonly Gate[];
  readonly title?: string;
  readonly industry?: string;
  /** The day of issue, `YYYY-MM-DD`. */
  readonly issued?: string;
  /** A mark shown wherever the edition is shown, such as 示范. */
  readonly notice?: string;
  readonly basis?: string;
  /** What the full points of all items are said to add up to, in units; held against the sum before publishing. */
  readonly total?: number;
}

export const EDITION_FORMAT = 'anping-edition-v1';

/** A class (类别). Rank 1 is the most favourable; a class without rank is a status, reached through a gate only. */
export interface EditionClass {
  readonly code: string;
  readonly rank?: number;
  /** Least normalised score of a ranked class, a decimal string on the scale; the last rank has "0". */
  readonly from?: string;
  readonly name?: string;
  readonly colour?: string;
  readonly meaning?: string;
  readonly basis?: string;
}

/** An element (要素) of the standard; elements form a forest of at most three levels. */
export interface Element {
  readonly id: string;
  readonly parent: string | null;
  readonly floor?: Floor;
  readonly title?: string;
  /** Its number in the standard, as people cite it. */
  readonly clause?: string;
  /** What its items and those of the elements below it are said to add up to, in units; held against the sum before publishing. */
  readonly full?: number;
}

/** The least share of an element's applicable points, in whole percent, and what follows from staying below it. */
export interface Floor {
  readonly percent: number;
  readonly effects: readonly FloorEffect[];
}

/** One clause to be assessed (考评项). */
export interface Item {
  readonly id: string;
  readonly element: string;
  /** Full points, in units. */
  readonly full: number;
  /** Scored (普通项), mandatory (必备项) or veto (否决项). */
  readonly kind: 'scored' | 'mandatory' | 'veto';
  /** `points`: anything from 0 to full; `met`: full or nothing. */
  readonly scoring: 'points' | 'met';
  readonly na: 'allowed' | 'forbidden';
  /** What follows if a mandatory or veto item earns less than its full points. */
  readonly onFail: readonly FailEffect[];
  readonly clause?: string;
  /** When a mandatory or veto item may be not applicable (可不参评的情形). */
  readonly naWhen?: string;
  /** The requirement (要求). */
  readonly text?: string;
  /** How points are taken off (扣分说明). */
  readonly deduction?: string;
  /** The same as rules that can be counted out (扣分规则), for an item scored by points. */
  readonly deductions?: readonly Deduction[];
  /** Whether the requirement is special to the industry or would stand in any standard. */
  readonly scope?: 'industry' | 'general';
  /** How it is checked (检查方法). */
  readonly method?: string;
  /** What proves it (佐证提示). */
  readonly evidence?: string;
  /** The law or standard and its clause (依据). */
  readonly basis?: string;
}

/** One reason to take points off an item: `units` each time it is found, or all of them. The item never earns less than nothing. */
export type Deduction =
  | {
      readonly text: string;
      readonly units: number;
      /** What is counted (处, 人, 台, 次 …); without it the reason counts once. */
      readonly per?: string;
    }
  | { readonly text: string; readonly all: true };

/** A gate (门槛): holds if at least `atLeast` facts of its kind fall into the last `months` months. */
export interface Gate {
  readonly id: string;
  readonly fact: string;
  readonly atLeast: number;
  readonly months: number;
  readonly effects: readonly Effect[];
  readonly title?: string;
  readonly basis?: string;
}

/** At best this ranked class. */
export interface Cap {
  readonly cap: string;
}
/** So many ranks less favourable. */
export interface Down {
  readonly down: number;
}
/** Every applicable item of this element and those below it earns nothing. */
export interface Zero {
  readonly zero: string;
}
/** The assessment is not accepted (不予受理). */
export interface Refuse {
  readonly refuse: true;
}
/** The class is this status, whatever the score. */
export interface Status {
  readonly status: string;
}

export type FloorEffect = Cap | Down;
export type FailEffect = Cap | Down | Zero | Refuse;
export type Effect = FailEffect | Status;
export type EffectKind = 'cap' | 'down' | 'zero' | 'refuse' | 'status';
