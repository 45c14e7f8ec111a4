import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { type ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import { useRefresh } from '#platform/ui/data.ts';
import type { SaveQueue, SaveState } from '#platform/ui/sheet/save-queue.ts';
import type { Waiting } from '#platform/ui/sheet/unsent-store.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import type { RichText } from '../../domain/report/rich-text.ts';
import { type ReportSection, reportSections } from '../../domain/report/sections.ts';
import type { Report } from '../../report.contract.ts';
import { declarationClient } from '../declaration-client.ts';
import { reportClient } from './report-client.ts';

/** What waits to be sent for one section; `base` is the version that the person saw. */
interface PendingText {
  readonly content: RichText;
  readonly base: number;
}
type Saved = Awaited<ReturnType<typeof reportClient.saveReportSection>>;

/** Under which name the browser keeps what this person has not sent of the report. */
export const reportQueueName = (login: string, declarationId: string): string => `report.${login}.${declarationId}`;

const rebase = (later: PendingText, { sectionVersion }: Saved): PendingText => ({
  ...later,
  base: Math.max(later.base, sectionVersion),
});

/** The texts of one report on their way to the server, in the name of the person who wrote them. */
export const useReportQueue = (
  declarationId: string,
  onAdopted?: (left: readonly Waiting<PendingText>[]) => void,
): { readonly queue: SaveQueue<PendingText, Saved>; readonly state: SaveState } => {
  const { person } = useSignedIn();
  return useSaveQueue<PendingText, Saved>(
    reportQueueName(person.login, declarationId),
    (section, { content, base }, key) =>
      reportClient.saveReportSection(
        { params: { declarationId, section: section as ReportSection }, body: { baseVersion: base, content } },
        { key, account: person.accountId },
      ),
    { rebase, ...(onAdopted && { onAdopted }) },
  );
};

/** A section as the person sees it. `shown` counts how often it was replaced from outside the editor. */
export interface Narrative {
  readonly content: RichText | null;
  readonly version: number;
  readonly shown: number;
}

export interface Theirs {
  readonly content: RichText;
  readonly version: number;
  readonly by: string;
}

/** What a refusal `report.sectionChanged` carries. */
export const theirText = (fault: ApiFault | undefined): Theirs | undefined => {
  if (!fault || refusalCode(fault) !== 'report.sectionChanged' || fault.fault.kind !== 'refusal') return undefined;
  const { current, version, by } = fault.fault.params ?? {};
  return typeof current === 'string'
    ? { content: JSON.parse(current) as RichText, version: Number(version), by: String(by) }
    : undefined;
};

type All = Readonly<Record<ReportSection, Narrative>>;

export interface Narratives {
  readonly of: All;
  readonly state: SaveState;
  readonly retry: () => void;
  /** Sections that an earlier visit or a closed tab had not sent. */
  readonly restored: number;
  readonly write: (section: ReportSection, content: RichText) => void;
  /** Puts a text into the editor from outside. */
  readonly replace: (section: ReportSection, content: RichText) => void;
  readonly settle: (section: ReportSection, take: 'mine' | 'theirs' | 'both') => void;
}

/** The narratives with their saving: every change goes into a queue that survives reloads, lost networks and expired sessions. */
export const useNarratives = (report: Report): Narratives => {
  const [of, setOf] = useState<All>(
    () =>
      Object.fromEntries(
        reportSections.map((section) => {
          const { content, version } = report.sections[section];
          return [section, { content, version, shown: 0 }];
        }),
      ) as unknown as All,
  );
  const [adopted, setAdopted] = useState(0);
  const set = useCallback(
    (section: ReportSection, change: (before: Narrative) => Partial<Narrative>) =>
      setOf((all) => ({ ...all, [section]: { ...all[section], ...change(all[section]) } })),
    [],
  );
  const { queue, state } = useReportQueue(report.declarationId, (left) => {
    for (const { id, value } of left)
      if (!queue.held().has(id))
        set(id as ReportSection, ({ shown }) => ({ content: value.content, shown: shown + 1 }));
    setAdopted((count) => count + left.length);
  });
  const [found] = useState(() => queue.held().size);
  useEffect(() => {
    for (const [id, { content }] of queue.held())
      set(id as ReportSection, ({ shown }) => ({ content, shown: shown + 1 }));
  }, [queue, set]);
  useEffect(
    () => queue.onSaved((id, { sectionVersion }) => set(id as ReportSection, () => ({ version: sectionVersion }))),
    [queue, set],
  );
  // What a colleague has saved meanwhile, of sections that nothing was written to here.
  useEffect(() => {
    const held = queue.held();
    for (const section of reportSections) {
      const { content, version } = report.sections[section];
      if (held.has(section)) continue;
      set(section, (before) => (version > before.version ? { content, version, shown: before.shown + 1 } : {}));
    }
  }, [report, queue, set]);
  const refresh = useRefresh();
  useEffect(
    () => () => void refresh(declarationClient.declaration, reportClient.report, reportClient.reportPreview),
    [refresh],
  );

  const latest = useRef(of);
  latest.current = of;
  const write = useCallback(
    (section: ReportSection, content: RichText) => {
      queue.put(section, { content, base: latest.current[section].version });
      set(section, () => ({ content }));
    },
    [queue, set],
  );
  const replace = useCallback(
    (section: ReportSection, content: RichText) => {
      write(section, content);
      set(section, ({ shown }) => ({ shown: shown + 1 }));
    },
    [write, set],
  );
  const settle = useCallback(
    (section: ReportSection, take: 'mine' | 'theirs' | 'both') => {
      const theirs = theirText(queue.state().refused.get(section));
      if (!theirs) return;
      const { content, version } = theirs;
      if (take === 'theirs') {
        queue.giveUp(section);
        set(section, ({ shown }) => ({ content, version, shown: shown + 1 }));
        return;
      }
      const own = latest.current[section].content?.content ?? [];
      const next: RichText = { type: 'doc', content: take === 'both' ? [...content.content, ...own] : own };
      queue.put(section, { content: next, base: version });
      set(section, ({ shown }) => ({ content: next, version, shown: shown + 1 }));
    },
    [queue, set],
  );
  return { of, state, retry: queue.retry, restored: found + adopted, write, replace, settle };
};
