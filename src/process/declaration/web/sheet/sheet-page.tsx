import { useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useKeys } from '#platform/ui/keys.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { SectionNav, SheetFrame, useSheetKeys } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { completenessOf } from '../../domain/completeness.ts';
import { type Section, sectionsOf } from '../../domain/sections.ts';
import { declarationHref, useDeclaration } from '../declaration-client.ts';
import { UploadsKeeper } from '../evidence/uploads-keeper.tsx';
import { ConfirmElement } from '../last-time/confirm-element.tsx';
import { LastTimeOffer } from '../last-time/last-time-offer.tsx';
import { declarationTitles } from '../page-titles.text.ts';
import { MeasuresProvider } from '../rectification/use-measures.tsx';
import { openRevised } from '../revision/open-revised.ts';
import { byTop, type Top } from '../tops.ts';
import type { AnswerQueue } from './answer-queue.ts';
import { focusMissingReason, focusRow, useItemKeys } from './item-keys.ts';
import { choicesOf, ItemRow } from './item-row.tsx';
import { LivePanel } from './live-panel.tsx';
import { useDrafts, useSheet } from './use-sheet.ts';
import { useSheetOffline } from './use-sheet-offline.ts';
import { useUsualReturns } from './usual-return.tsx';
import './sheet-page.css';

/** 自评表: item by item, one first-level element at a time. */
export const SheetPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => <WithEdition declaration={declaration} />}
    </Answered>
  );
};

const WithEdition = ({ declaration }: { readonly declaration: Declaration }) => {
  const { loaded } = useEdition(declaration.editionHash);
  // A revision that comes while the sheet is open puts another one in its place.
  return loaded ? (
    <MeasuresProvider declarationId={declaration.declarationId} editable={declaration.actions.includes('save')}>
      <SheetOf key={loaded.hash} declaration={declaration} loaded={loaded} />
    </MeasuresProvider>
  ) : (
    <Loading />
  );
};

/** The sections cut down to some of their items. */
const sectionsWith = (sections: readonly Section[], ids: ReadonlySet<string>): readonly Section[] =>
  sections.flatMap((section) => {
    const items = section.items.filter(({ id }) => ids.has(id));
    return items.length > 0 ? [{ ...section, items }] : [];
  });

const NO_FILES: Declaration['evidence'] = [];

const SheetOf = ({ declaration, loaded }: { readonly declaration: Declaration; readonly loaded: LoadedEdition }) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const go = useGo();
  const { item: wanted, show: asked } = useSearch({ strict: false }) as {
    readonly item?: string;
    readonly show?: string;
  };
  const { edition } = loaded;
  const { declarationId } = declaration;
  const href = declarationHref(declarationId);
  const sections = useMemo(() => sectionsOf(edition), [edition]);
  const sheet = useSheet(declaration, sections);
  useSheetOffline(declaration, sections, sheet);
  const drafts = useDrafts(sheet.store);
  const usual = useUsualReturns(declarationId);
  const tops = useMemo(() => byTop(sections, completenessOf(sections, drafts, [])), [sections, drafts]);
  const [current, setCurrent] = useState(
    () => (tops.find(({ items }) => wanted !== undefined && items.includes(wanted)) ?? tops[0])?.id ?? '',
  );
  const at = Math.max(
    0,
    tops.findIndex(({ id }) => id === current),
  );
  const top = tops[at];
  const disabled = !declaration.actions.includes('save');
  const filesOf = useMemo(() => {
    const found = new Map<string, Declaration['evidence']>();
    for (const file of declaration.evidence) found.set(file.itemId, [...(found.get(file.itemId) ?? []), file]);
    return found;
  }, [declaration.evidence]);
  const returned = useMemo(
    () => new Map(declaration.returned?.items.map(({ itemId, comment }) => [itemId, comment])),
    [declaration.returned],
  );

  const { revision } = declaration;
  const revised = useMemo(() => new Set([...(revision?.toConfirm ?? []), ...(revision?.fresh ?? [])]), [revision]);
  const fresh = useMemo(() => new Set(revision?.fresh), [revision]);
  const [onlyRevised, setOnlyRevised] = useState(asked === 'revised' && revised.size > 0);
  const shown = useMemo(
    () => (onlyRevised ? sectionsWith(sections, revised) : (top?.sections ?? [])),
    [onlyRevised, sections, revised, top],
  );
  const waiting = openRevised(revision, drafts);

  const show = useCallback((id: string) => {
    setOnlyRevised(false);
    setCurrent(id);
    window.scrollTo({ top: 0 });
  }, []);
  const next = tops[at + 1];
  const choose = (itemId: string, digit: number) => {
    const item = edition.items.find(({ id }) => id === itemId);
    const answer = item && choicesOf(item)[digit - 1];
    const { reason, comment } = sheet.store.get(itemId);
    if (!answer || disabled) return;
    sheet.change(itemId, { answer, reason, comment });
    focusMissingReason(itemId);
  };
  const begin = (to: Top | undefined) => {
    if (onlyRevised || !to) return;
    show(to.id);
    if (to.items[0] !== undefined) focusRow(to.items[0]);
  };
  const keys = useSheetKeys({
    ids: shown.flatMap(({ items }) => items.map(({ id }) => id)),
    onChoose: choose,
    onEnd: () => begin(next),
  });
  useItemKeys({ active: keys.active, next: () => begin(next), previous: () => begin(tops[at - 1]) });
  useKeys([{ key: 's', ctrl: true, help: ui('keys.save'), run: sheet.queue.retry }]);
  useEffect(() => {
    if (wanted !== undefined) focusRow(wanted);
  }, [wanted]);
  const open = [...tops.slice(at), ...tops.slice(0, at)].find(({ firstOpen }) => firstOpen !== undefined);
  const handleNextOpen = () => {
    if (open?.firstOpen === undefined) return;
    setOnlyRevised(false);
    setCurrent(open.id);
    focusRow(open.firstOpen);
  };

  return (
    <div className="ui-page">
      <PageHead
        title={t('declaration.sheet.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: href.record },
        ]}
      />
      <LivePanel declaration={declaration} loaded={loaded} drafts={drafts} />
      {!disabled && <UploadsKeeper declarationId={declarationId} />}
      {disabled && <Notice>{t('declaration.sheet.read-only')}</Notice>}
      {revised.size > 0 && !disabled && (
        <Notice>
          <div className="ui-row">
            <span className="ui-spread">
              {waiting.toConfirm.length + waiting.fresh.length === 0
                ? t('declaration.revision.all-done')
                : t('declaration.revision.left', {
                    confirm: waiting.toConfirm.length,
                    fresh: waiting.fresh.length,
                  })}
            </span>
            <Button small aria-pressed={onlyRevised} onClick={() => setOnlyRevised(!onlyRevised)}>
              {t(onlyRevised ? 'declaration.revision.show-all' : 'declaration.revision.show-only', {
                count: revised.size,
              })}
            </Button>
          </div>
        </Notice>
      )}
      {!disabled && <LastTimeOffer declaration={declaration} drafts={drafts} />}
      {sheet.restored > 0 && <Restored queue={sheet.queue} count={sheet.restored} />}
      {sheet.homeless.map((id) => (
        <Notice key={id} wrong>
          <div className="ui-row">
            <span className="ui-spread">{t('declaration.sheet.homeless', { item: id })}</span>
            <Button small onClick={() => sheet.giveUp(id)}>
              {t('declaration.sheet.give-up')}
            </Button>
          </div>
        </Notice>
      ))}
      <SheetFrame
        nav={
          <SectionNav
            current={onlyRevised ? '' : (top?.id ?? '')}
            onSelect={show}
            sections={tops.map(({ id, title, answered, total, items }) => ({
              id,
              title,
              done: answered,
              total,
              faults: items.filter((one) => sheet.refused.has(one)).length,
            }))}
          />
        }
        bar={
          <>
            <Saved queue={sheet.queue} />
            <span className="ui-spread" />
            {open && !disabled && <Button onClick={handleNextOpen}>{t('declaration.sheet.next-open')}</Button>}
            {next && !onlyRevised ? (
              <Button look={open ? undefined : 'primary'} onClick={() => show(next.id)}>
                {t('declaration.sheet.next-section', { title: next.title })}
              </Button>
            ) : (
              !disabled && (
                <Button look="primary" onClick={() => go(href.check)}>
                  {t('declaration.sheet.to-check')}
                </Button>
              )
            )}
          </>
        }
      >
        {shown.map((section) => (
          <section key={section.elementId} className="sheet-section">
            <h2>
              <span className="ui-spread">{section.title}</span>
              {!disabled && <ConfirmElement section={section} drafts={drafts} change={sheet.change} />}
            </h2>
            {section.items.map((item) => (
              <ItemRow
                key={item.id}
                edition={edition}
                editionHash={declaration.editionHash}
                item={item}
                store={sheet.store}
                declarationId={declarationId}
                files={filesOf.get(item.id) ?? NO_FILES}
                disabled={disabled}
                returned={returned.get(item.id)}
                fresh={fresh.has(item.id)}
                usual={usual.get(item.id)}
                refused={sheet.refused.get(item.id)}
                change={sheet.change}
                settle={sheet.settle}
                onActive={keys.activate}
              />
            ))}
          </section>
        ))}
      </SheetFrame>
    </div>
  );
};

/** How far saving is; apart, because it changes with every key. */
const Saved = ({ queue }: { readonly queue: AnswerQueue }) => (
  <SavedMark state={useSyncExternalStore(queue.subscribe, queue.state)} onRetry={queue.retry} />
);

const Restored = ({ queue, count }: { readonly queue: AnswerQueue; readonly count: number }) => {
  const t = useText(declarationTexts);
  const { waiting } = useSyncExternalStore(queue.subscribe, queue.state);
  return <Notice>{t(waiting > 0 ? 'declaration.sheet.restored' : 'declaration.sheet.resent', { count })}</Notice>;
};
