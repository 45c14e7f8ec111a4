import type { Issue } from '#lib/result.ts';
import type { Draft } from '../../../domain/draft-editing.ts';

export type DraftList = 'head' | 'classes' | 'elements' | 'items' | 'gates';

/** Where in a draft a fault is. */
export interface Place {
  readonly list: DraftList;
  /** Id of the member, its place among the classes; empty for the head and for a list itself. */
  readonly id: string;
  /** The member's field that is to be mended, without what lies within it: `onFail`, `floor`. */
  readonly field: string;
}

export interface PlacedFault extends Place {
  readonly issue: Issue;
}

const MEMBER = /^(classes|elements|items|gates)\[(\d+)\](?:\.([A-Za-z]+))?/;

/** The place that a path of the document means, as long as the document is the one that was checked. */
export const placeOf = (draft: Draft, path: string): Place => {
  const [, name, at, field = ''] = MEMBER.exec(path) ?? [];
  if (name === undefined) {
    const list = (['classes', 'elements', 'items', 'gates'] as const).find((one) => one === path);
    return list ? { list, id: '', field: '' } : { list: 'head', id: '', field: /^\w+/.exec(path)?.[0] ?? '' };
  }
  const index = Number(at);
  const list = name as Exclude<DraftList, 'head'>;
  if (list === 'classes') return { list, id: String(index), field };
  return { list, id: draft[list][index]?.id ?? '', field };
};

export const placedFaults = (draft: Draft, issues: readonly Issue[]): readonly PlacedFault[] =>
  issues.map((issue) => ({ ...placeOf(draft, issue.path), issue }));

/** Faults by place; those of one place stay the very same list as long as nothing about them changes. */
export interface FaultBook {
  readonly all: readonly PlacedFault[];
  /** `items i-1 full`; without field: everything about the member. */
  readonly at: (list: DraftList, id: string, field?: string) => readonly PlacedFault[];
}

const NONE: readonly PlacedFault[] = [];
const keysOf = ({ list, id, field }: Place): readonly string[] => [`${list} ${id} ${field}`, `${list} ${id}`];

export const emptyBook: FaultBook = { all: NONE, at: () => NONE };

export const bookOf = (faults: readonly PlacedFault[], before: FaultBook = emptyBook): FaultBook => {
  const lists = new Map<string, PlacedFault[]>();
  for (const fault of faults) {
    for (const key of keysOf(fault)) {
      const list = lists.get(key);
      if (list) list.push(fault);
      else lists.set(key, [fault]);
    }
  }
  const settled = new Map<string, readonly PlacedFault[]>();
  for (const [key, list] of lists) {
    const [kind, id = '', field] = key.split(' ') as [DraftList, string?, string?];
    const known = before.at(kind, id, field);
    settled.set(key, JSON.stringify(known) === JSON.stringify(list) ? known : list);
  }
  return {
    all: faults,
    at: (list, id, field) => settled.get(field === undefined ? `${list} ${id}` : `${list} ${id} ${field}`) ?? NONE,
  };
};
