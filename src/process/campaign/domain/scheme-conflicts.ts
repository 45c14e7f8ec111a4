import { daysBetween, type PlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import type { Scheme } from './scheme-form.ts';

/** What a well-formed scheme still gets wrong: doubled codes, rules that name the unknown, ranks with gaps, dates that cross. */
export const schemeConflicts = (scheme: Scheme): readonly Issue[] => [
  ...doubled('affiliations', scheme.affiliations, 'code'),
  ...doubled('divisions', scheme.divisions, 'code'),
  ...doubled('industries', scheme.industries, 'code'),
  ...doubled('phases', scheme.phases, 'code'),
  ...doubled('classes', scheme.classes, 'code'),
  ...doubled('routing', scheme.routing, 'id'),
  ...routingConflicts(scheme),
  ...classConflicts(scheme),
  ...dateConflicts(scheme),
  ...noticeConflicts(scheme),
];

const doubled = <K extends string>(
  list: string,
  entries: readonly Readonly<Record<K, string>>[],
  key: K,
): readonly Issue[] =>
  entries.flatMap((entry, at) =>
    entries.findIndex((other) => other[key] === entry[key]) < at
      ? [{ path: `${list}[${at}].${key}`, code: 'scheme.doubled', params: { value: entry[key] } }]
      : [],
  );

const routingConflicts = (scheme: Scheme): readonly Issue[] => {
  const known = {
    affiliations: new Set(scheme.affiliations.map((entry) => entry.code)),
    divisions: new Set(scheme.divisions.map((entry) => entry.code)),
    industries: new Set(scheme.industries.map((entry) => entry.code)),
  };
  const unknown = scheme.routing.flatMap((rule, at) =>
    (['affiliations', 'divisions', 'industries'] as const).flatMap((list) =>
      (rule[list] ?? []).flatMap((value, index) =>
        known[list].has(value)
          ? []
          : [{ path: `routing[${at}].${list}[${index}]`, code: 'scheme.unknown', params: { value } }],
      ),
    ),
  );
  const last = scheme.routing.at(-1)!;
  const open =
    !last.affiliations &&
    !last.supervisingBodies &&
    !last.divisions &&
    !last.industries &&
    last.whenParkReceives === undefined;
  return open
    ? unknown
    : [...unknown, { path: `routing[${scheme.routing.length - 1}]`, code: 'scheme.lastRuleHasCondition' }];
};

const classConflicts = (scheme: Scheme): readonly Issue[] => {
  const found: Issue[] = [];
  scheme.classes.forEach((entry, at) => {
    const path = `classes[${at}]`;
    if ((entry.rank === undefined) !== (entry.from === undefined))
      found.push({ path, code: 'scheme.rankWithoutFrom', params: { value: entry.code } });
    if (entry.visits.target.value > entry.visits.cap.value)
      found.push({
        path: `${path}.visits.target`,
        code: 'scheme.targetAboveCap',
        params: { target: entry.visits.target.value, cap: entry.visits.cap.value },
      });
  });
  const ranks = scheme.classes.flatMap((entry) => entry.rank ?? []).sort((a, b) => a - b);
  if (ranks.length === 0 || ranks.some((rank, at) => rank !== at + 1))
    found.push({ path: 'classes', code: 'scheme.rankGap', params: { ranks: ranks.join(', ') } });
  return found;
};

const dateConflicts = (scheme: Scheme): readonly Issue[] => {
  const { start, end, lookBackEnd } = scheme.defaultCampaign;
  const length = daysBetween(start as PlainDate, lookBackEnd as PlainDate);
  const found: Issue[] = [];
  if (!(start <= end && end <= lookBackEnd)) found.push({ path: 'defaultCampaign', code: 'scheme.datesCross' });
  scheme.phases.forEach((phase, at) => {
    if (phase.fromDay > phase.toDay) found.push({ path: `phases[${at}]`, code: 'scheme.datesCross' });
    if (phase.toDay > length)
      found.push({ path: `phases[${at}].toDay`, code: 'scheme.phaseOutsideCampaign', params: { last: length } });
  });
  return found;
};

const noticeConflicts = (scheme: Scheme): readonly Issue[] => {
  const { value, min, max } = scheme.publicNotice.workingDays;
  return min <= value && value <= max
    ? []
    : [{ path: 'publicNotice.workingDays.value', code: 'scheme.outOfRange', params: { value, min, max } }];
};
