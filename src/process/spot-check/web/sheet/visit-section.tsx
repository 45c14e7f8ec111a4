import { useState } from 'react';
import type { Issue } from '#lib/result.ts';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { issuesOf } from '#platform/ui/api/faults.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { LateText } from '#process/declaration/web/sheet/late-text.tsx';
import { verdictsOf } from '#process/review/web/workbench/verdict-store.ts';
import { className } from '#process/standards/edition-words.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { verifiedAnswers } from '../../domain/verification-gaps.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { verificationClient } from '../spot-check-client.ts';
import { baseAnswers, type SoFar } from '../verifications/verified-score.ts';
import { type Findings, VISIT_ID } from './use-findings.ts';

interface Props {
  readonly record: VerificationRecord;
  readonly loaded: LoadedEdition;
  readonly findings: Findings;
  readonly soFar: SoFar;
  readonly disabled: boolean;
}

/** Day and conclusion of the visit, what is still missing, and handing in. */
export const VisitSection = (props: Props) => {
  const t = useText(spotCheckTexts);
  const faults = useFaultText();
  const { record, findings, disabled } = props;
  const { visit, setVisit, state } = findings;
  const refused = state.refused.get(VISIT_ID);
  const issues = issuesOf(refused);
  return (
    <section className="site-section">
      <h2>{t('sheet.visit')}</h2>
      <div className="site-visit">
        <label htmlFor="visited-on">{t('sheet.visited-on')}</label>
        <input
          id="visited-on"
          className="ui-input"
          type="date"
          min={record.assignedOn ?? undefined}
          max={record.today}
          disabled={disabled}
          value={visit.visitedOn ?? ''}
          onChange={(event) => setVisit({ visitedOn: event.target.value === '' ? null : event.target.value })}
        />
        <span>{t('sheet.conclusion')}</span>
        <LateText
          value={visit.conclusion}
          label={t('sheet.conclusion')}
          placeholder={t('sheet.conclusion.hint')}
          limit={2000}
          disabled={disabled}
          required
          onChange={(conclusion) => setVisit({ conclusion })}
        />
        {refused && (
          <Notice wrong>
            {issues.length > 0 ? issues.map((issue) => faults.issue(issue)).join(' ') : faults.fault(refused)}
          </Notice>
        )}
      </div>
      {!disabled && <HandIn {...props} />}
    </section>
  );
};

const HandIn = ({ record, loaded, findings, soFar }: Props) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const go = useGo();
  const submit = useCommand(verificationClient.submitVerification);
  const recuse = useCommand(verificationClient.recuse);
  const [gaps, setGaps] = useState<readonly string[]>([]);
  const { edition } = loaded;
  const params = { verificationId: record.verificationId };
  const whole = verifiedAnswers(
    edition,
    baseAnswers(record),
    verdictsOf(findings.store.all()),
    findings.visit,
    record.assignedOn ?? record.today,
    record.today,
  );
  const worded = (issue: Issue): string => {
    const item = edition.items.find(({ id }) => issue.path === `items.${id}`);
    const text = faults.issue(issue);
    const clause = item?.clause ?? item?.id;
    return clause === undefined || text.includes(clause) ? text : ui('text.pair', { label: clause, value: text });
  };
  const open = whole.ok
    ? gaps.map((text) => ({ path: text, text }))
    : whole.error.issues.map((issue) => ({ path: `${issue.path} ${issue.code}`, text: worded(issue) }));
  const unsaved = findings.state.waiting > 0 || findings.state.refused.size > 0;
  const lead = record.experts.find((one) => one.lead)?.name ?? '';
  const { score } = soFar;
  const classText = score?.class ? className(edition, score.class) : t('spot-check.unclassed');
  return (
    <div className="site-hand-in">
      {open.length > 0 && (
        <Notice>
          <p>{t('sheet.gaps', { count: open.length })}</p>
          <ul>
            {open.map(({ path, text }) => (
              <li key={path}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {unsaved && <Notice wrong>{t('sheet.submit.unsaved')}</Notice>}
      {!record.lead && <p className="ui-soft">{t('sheet.submit.lead', { name: lead })}</p>}
      <div className="ui-row">
        <ConfirmAction
          label={t('sheet.recuse')}
          danger
          reason="required"
          consequences={[t('sheet.recuse.first'), t('sheet.recuse.second')]}
          onConfirm={async (reason) => {
            await recuse.run({ params, body: { reason } });
            announce(t('sheet.recused'));
            go('/my-verifications');
          }}
        />
        <span className="ui-spread" />
        {record.actions.includes('submit') && (
          <ConfirmAction
            label={t('sheet.submit')}
            primary
            disabled={!whole.ok || unsaved}
            consequences={[
              t('sheet.submit.second', { score: score?.printed ?? '', class: classText }),
              t('sheet.submit.first'),
            ]}
            onConfirm={async () => {
              try {
                await submit.run({ params, body: { baseVersion: findings.version() } });
              } catch (error) {
                setGaps(issuesOf(error).map(worded));
                throw error;
              }
              announce(t('sheet.submitted'));
              go('/my-verifications');
            }}
          />
        )}
      </div>
    </div>
  );
};
