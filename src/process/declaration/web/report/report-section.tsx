import { lazy, Suspense, useState } from 'react';
import type { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { isWritten, MOST_CHARACTERS, plainText } from '../../domain/report/rich-text.ts';
import type { ReportSection } from '../../domain/report/sections.ts';
import type { Report } from '../../report.contract.ts';
import { reportTexts } from '../../report.text.ts';
import { RichTextView } from './rich-text-view.tsx';
import { type Narratives, theirText } from './use-narratives.ts';

const NarrativeEditor = lazy(() => import('./narrative-editor.tsx'));

interface Props {
  readonly section: ReportSection;
  readonly report: Report;
  readonly narratives: Narratives;
  readonly editable: boolean;
}

/** One narrative: what belongs into it, the text or what is suggested, and who else has written. */
export const ReportSectionPanel = ({ section, report, narratives, editable }: Props) => {
  const t = useText(reportTexts);
  const [own, setOwn] = useState(false);
  // What was pressed gives way to the editor, which the person goes on in.
  const [begun, setBegun] = useState(false);
  const { content, shown } = narratives.of[section];
  const stored = report.sections[section];
  const written = isWritten(content ?? undefined);
  const length = content ? [...plainText(content)].length : 0;
  const title = t(`report.section.${section}`);
  const asks = !written && !own && editable;
  return (
    <section className="ui-panel report-section" id={`report-${section}`} tabIndex={-1}>
      <h2 className="ui-row">
        <span>{title}</span>
        <StateText tone={written ? 'done' : 'open'}>{t(written ? 'report.filled' : 'report.empty')}</StateText>
        <span className="ui-spread" />
        {stored.updatedAt && (
          <small className="ui-soft">
            {t('report.written-by', { name: stored.updatedByName ?? '' })}
            <Time at={stored.updatedAt} />
          </small>
        )}
      </h2>
      <div className="report-body">
        <p className="ui-soft">{t(`report.hint.${section}`)}</p>
        <Conflict section={section} narratives={narratives} fault={narratives.state.refused.get(section)} />
        {asks ? (
          <div className="report-suggestion">
            <p className="ui-soft">{t('report.suggested')}</p>
            <RichTextView text={stored.suggestion} />
            <div className="ui-row">
              <Button
                onClick={() => {
                  setBegun(true);
                  narratives.replace(section, stored.suggestion);
                }}
              >
                {t('report.adopt')}
              </Button>
              <Button
                look="text"
                onClick={() => {
                  setBegun(true);
                  setOwn(true);
                }}
              >
                {t('report.write-own')}
              </Button>
            </div>
          </div>
        ) : editable ? (
          <>
            <Suspense fallback={<Loading />}>
              <NarrativeEditor
                key={shown}
                value={content ?? { type: 'doc', content: [{ type: 'paragraph' }] }}
                label={title}
                autoFocus={begun}
                onChange={(text) => {
                  setBegun(false);
                  narratives.write(section, text);
                }}
              />
            </Suspense>
            <div className="ui-row report-below">
              <small className={length > MOST_CHARACTERS ? 'ui-wrong' : 'ui-soft'}>
                {t('report.length', { length, max: MOST_CHARACTERS })}
              </small>
              <span className="ui-spread" />
              <ConfirmAction
                small
                link
                label={t('report.suggest-again')}
                consequences={[t('report.suggest-again.first'), t('report.suggest-again.undo')]}
                onConfirm={async () => narratives.replace(section, stored.suggestion)}
              />
            </div>
          </>
        ) : (
          content && <RichTextView text={content} />
        )}
      </div>
    </section>
  );
};

const Conflict = (props: {
  readonly section: ReportSection;
  readonly narratives: Narratives;
  readonly fault: ApiFault | undefined;
}) => {
  const t = useText(reportTexts);
  const faults = useFaultText();
  const { section, narratives, fault } = props;
  if (fault === undefined) return null;
  const theirs = theirText(fault);
  const mine = narratives.of[section].content;
  if (theirs === undefined)
    return (
      <Notice wrong>
        {fault.fault.kind === 'issues'
          ? fault.fault.issues.map((issue) => faults.issue(issue)).join(' ')
          : faults.fault(fault)}
      </Notice>
    );
  return (
    <Notice wrong>
      <p>{t('report.conflict', { by: theirs.by })}</p>
      <div className="report-conflict">
        <div>
          <b>{t('report.conflict.theirs-text')}</b>
          <RichTextView text={theirs.content} />
        </div>
        <div>
          <b>{t('report.conflict.mine-text')}</b>
          {mine && <RichTextView text={mine} />}
        </div>
      </div>
      <div className="ui-row">
        {(['theirs', 'mine', 'both'] as const).map((take) => (
          <Button key={take} small onClick={() => narratives.settle(section, take)}>
            {t(`report.conflict.${take}`)}
          </Button>
        ))}
      </div>
    </Notice>
  );
};
