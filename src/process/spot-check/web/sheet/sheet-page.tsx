import { useCallback, useMemo, useState } from 'react';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { useKeys } from '#platform/ui/keys.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useOffline } from '#platform/ui/offline/offline.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { SectionNav, SheetFrame, useSheetKeys } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { verdictKinds } from '#process/review/domain/verdict.ts';
import { useDrafts } from '#process/review/web/workbench/use-verdict-saving.ts';
import { chosen, isPossible } from '#process/review/web/workbench/verdict-control.tsx';
import { verdictsOf } from '#process/review/web/workbench/verdict-store.ts';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { verificationClient, verificationHref } from '../spot-check-client.ts';
import { useSoFar } from '../verifications/verified-score.ts';
import { ItemRow } from './item-row.tsx';
import { ABSENT, CRITICAL, siteSections, VISIT } from './sections.ts';
import { SoFarBar } from './so-far-bar.tsx';
import { useFindings, VISIT_ID } from './use-findings.ts';
import { VisitSection } from './visit-section.tsx';
import './sheet.css';

/** 核定表: for experts on site, on a phone, with or without network. */
export const SheetPage = () => {
  const { verificationId } = usePathParams<'verificationId'>();
  const read = useRead(verificationClient.verification, { params: { verificationId } });
  return <Answered read={read}>{(record) => <WithEdition record={record} />}</Answered>;
};

const WithEdition = ({ record }: { readonly record: VerificationRecord }) => {
  const { loaded } = useEdition(record.editionHash);
  return loaded ? <SheetOf record={record} loaded={loaded} /> : <Loading />;
};

const NO_FILES: VerificationRecord['evidence'] = [];

const SheetOf = ({ record, loaded }: { readonly record: VerificationRecord; readonly loaded: LoadedEdition }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const { edition } = loaded;
  // On site there may be no network when the page is opened again.
  useOffline([`/api/verifications/${record.verificationId}`, `/api/editions/${loaded.hash}`]);
  const findings = useFindings(record);
  const drafts = useDrafts(findings.store);
  const verdicts = useMemo(() => verdictsOf(drafts), [drafts]);
  const soFar = useSoFar(record, loaded, verdicts);
  const sections = useMemo(() => siteSections(edition, record), [edition, record]);
  const [current, setCurrent] = useState(sections[0]?.id ?? VISIT);
  const disabled = !record.actions.includes('examine');
  const named = (id: string, title: string | null): string => {
    if (title !== null) return title;
    return id === CRITICAL ? t('sheet.critical') : t('sheet.absent');
  };
  const filesOf = useMemo(() => Map.groupBy(record.evidence, ({ itemId }) => itemId), [record.evidence]);
  const ids = [...sections.map(({ id }) => id), VISIT];
  const at = Math.max(0, ids.indexOf(current));
  const section = sections[at];
  const next = ids[at + 1];
  const nextTitle = next === VISIT ? t('sheet.visit') : named(next ?? '', sections[at + 1]?.title ?? null);
  const show = useCallback((id: string) => {
    setCurrent(id);
    window.scrollTo({ top: 0 });
  }, []);
  const choose = (itemId: string, digit: number) => {
    const item = edition.items.find(({ id }) => id === itemId);
    const answer = record.reviewedAnswers[itemId];
    if (!item || !answer || disabled) return;
    const kind = verdictKinds.filter((one) => isPossible(one, answer))[digit - 1];
    if (kind) findings.change(itemId, chosen(kind, item, answer, findings.store.get(itemId).comment));
  };
  const keys = useSheetKeys({
    ids: section?.items.map(({ id }) => id) ?? [],
    onChoose: choose,
    onEnd: () => next && show(next),
  });
  useKeys([{ key: 's', ctrl: true, help: ui('keys.save'), run: findings.retry }]);
  const unfinished = new Set(soFar.progress.unfinished);
  const done = (items: readonly { readonly id: string }[]) =>
    items.filter(({ id }) => drafts[id] && drafts[id].verdict !== null && !unfinished.has(id)).length;
  const refusedOf = (items: readonly { readonly id: string }[]) =>
    items.filter(({ id }) => findings.state.refused.has(id) || unfinished.has(id)).length;
  const visitDone = (findings.visit.visitedOn === null ? 0 : 1) + (findings.visit.conclusion.trim() === '' ? 0 : 1);
  return (
    <div className="ui-page site">
      <PageHead
        title={t('sheet.title')}
        crumbs={[
          { label: t('tasks.title'), href: '/my-verifications' },
          { label: record.unitName, href: verificationHref(record.verificationId) },
        ]}
      />
      <SoFarBar soFar={soFar} loaded={loaded} record={record} begun={verdicts.length > 0} />
      {record.sentBackNote !== '' && (
        <Notice wrong>{t('verification.sent-back', { note: record.sentBackNote })}</Notice>
      )}
      {disabled && <Notice>{t('sheet.read-only')}</Notice>}
      <SheetFrame
        nav={
          <SectionNav
            current={current}
            onSelect={show}
            sections={[
              ...sections.map(({ id, title, items }) => ({
                id,
                title: named(id, title),
                done: done(items),
                total: items.length,
                faults: refusedOf(items),
              })),
              {
                id: VISIT,
                title: t('sheet.visit'),
                done: visitDone,
                total: 2,
                faults: findings.state.refused.has(VISIT_ID) ? 1 : 0,
              },
            ]}
          />
        }
        bar={
          <>
            <SavedMark state={findings.state} onRetry={findings.retry} />
            <span className="ui-spread" />
            {next && (
              <Button look="primary" onClick={() => show(next)}>
                {t('sheet.next-section', { title: nextTitle })}
              </Button>
            )}
          </>
        }
      >
        {section ? (
          <section className="site-section">
            <h2>{named(section.id, section.title)}</h2>
            {section.id !== CRITICAL && section.id !== ABSENT && <p className="site-hint ui-soft">{t('sheet.hint')}</p>}
            {section.items.map((item) => {
              const self = record.selfAnswers[item.id];
              const reviewed = record.reviewedAnswers[item.id];
              return self && reviewed ? (
                <ItemRow
                  key={item.id}
                  edition={edition}
                  editionHash={loaded.hash}
                  item={item}
                  self={self}
                  reviewed={reviewed}
                  selfCounts={record.selfDeductions[item.id]}
                  reviewedCounts={record.reviewedDeductions[item.id]}
                  selfReason={record.selfReasons[item.id] ?? ''}
                  selfComment={record.selfComments[item.id] ?? ''}
                  reviewComment={record.reviewComments[item.id]?.comment ?? ''}
                  files={filesOf.get(item.id) ?? NO_FILES}
                  declarationId={record.declarationId}
                  place={record.place}
                  store={findings.store}
                  disabled={disabled}
                  refused={findings.state.refused.get(item.id)}
                  change={findings.change}
                  settle={findings.settle}
                  onActive={keys.activate}
                />
              ) : null;
            })}
          </section>
        ) : (
          <VisitSection record={record} loaded={loaded} findings={findings} soFar={soFar} disabled={disabled} />
        )}
      </SheetFrame>
    </div>
  );
};
