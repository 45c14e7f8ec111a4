import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { useVerdictSaving, type VerdictSaving } from '#process/review/web/workbench/use-verdict-saving.ts';
import type { VisitRecord } from '../../domain/verification-gaps.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { verificationClient } from '../spot-check-client.ts';

export const VISIT_ID = '*visit';

export interface Findings extends Pick<VerdictSaving<VisitRecord>, 'store' | 'state' | 'retry' | 'change' | 'settle'> {
  readonly visit: VisitRecord;
  readonly setVisit: (change: Partial<VisitRecord>) => void;
  /** Version of the verification after the last save. */
  readonly version: () => number;
}

/** What is found on site, and the record of the visit, with their saving. */
export const useFindings = (record: VerificationRecord): Findings => {
  const { person } = useSignedIn();
  const { verificationId } = record;
  const params = { verificationId };
  const savedVisit = useRef<VisitRecord>({ visitedOn: record.visitedOn, conclusion: record.conclusion });
  const saving = useVerdictSaving<VisitRecord>({
    queueName: `verify.${person.login}.${verificationId}`,
    verdicts: record.verdicts,
    version: record.version,
    itemIds: Object.keys(record.reviewedAnswers),
    saveItems: (items, key) =>
      verificationClient.saveVerifiedVerdicts({ params, body: { items: { ...items } } }, { key }),
    saveExtra: async (visit, key) => {
      const body = { before: savedVisit.current, ...visit };
      const { version } = await verificationClient.saveVisit({ params, body }, { key });
      savedVisit.current = visit;
      return version;
    },
    reread: useCallback(
      async () => (await verificationClient.verification({ params: { verificationId } })).verdicts,
      [verificationId],
    ),
  });
  const { putExtra, isOurs } = saving;
  const [visit, keepVisit] = useState<VisitRecord>(() => saving.waitingExtra(VISIT_ID) ?? savedVisit.current);
  const latest = useRef(visit);
  latest.current = visit;
  useEffect(() => {
    const received = { visitedOn: record.visitedOn, conclusion: record.conclusion };
    savedVisit.current = received;
    if (!isOurs(VISIT_ID)) keepVisit(received);
  }, [record, isOurs]);
  const setVisit = useCallback<Findings['setVisit']>(
    (part) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      keepVisit(next);
      putExtra(VISIT_ID, next);
    },
    [putExtra],
  );
  return { ...saving, visit, setVisit, version: saving.currentVersion };
};
