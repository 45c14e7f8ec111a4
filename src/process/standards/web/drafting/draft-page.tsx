import { useMemo, useState } from 'react';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { Menu } from '#platform/ui/menu.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { openDraft } from '../../domain/draft-editing.ts';
import { draftingTexts } from '../../drafting.text.ts';
import { type DraftRecord, draftingClient, editionHref, standardsHref, useDraftRecord } from './drafting-client.ts';
import { EditionView } from './edition-view.tsx';
import { Editor } from './editor/editor.tsx';
import { ImportIntoDraft } from './import-into-draft.tsx';
import { PublishDraft } from './publish-draft.tsx';
import { shownEdition } from './shown-edition.ts';
import { FaultCount } from './standards-page.tsx';

/** A draft: edited by the city office, read by those who decide on it. */
export const DraftPage = () => {
  const { draftId } = usePathParams<'draftId'>();
  return <Fresh key={draftId} draftId={draftId} />;
};

/** Editing begins with what the server has now, not with what was remembered of an earlier visit. */
const Fresh = ({ draftId }: { readonly draftId: string }) => {
  const read = useDraftRecord(draftId);
  const [begun, setBegun] = useState(false);
  if (!begun && read.isFetching) return <Loading />;
  if (!begun && read.data !== undefined) setBegun(true);
  return <Answered read={read}>{(record) => <Shown record={record} />}</Answered>;
};

const Shown = ({ record }: { readonly record: DraftRecord }) => {
  const t = useText(draftingTexts);
  const title = record.title || t('drafting.untitled');
  return (
    <div className={record.maySave ? 'ui-page draft-page' : 'ui-page'}>
      <PageHead
        title={title}
        crumbs={[{ label: t('drafting.list.title'), href: standardsHref }]}
        beside={
          <span className="ui-row">
            <StateText tone={record.state === 'drafting' ? 'active' : 'done'}>
              {t(`drafting.state.${record.state}`)}
            </StateText>
            {!record.maySave && (
              <span className="ui-soft">
                {t('drafting.draft.changed', { who: record.changedBy, version: record.version })}{' '}
                <Time at={record.changedAt} />
              </span>
            )}
            {!record.maySave && record.state === 'drafting' && <FaultCount count={record.faults.length} />}
          </span>
        }
        actions={<Actions record={record} />}
      />
      {record.publishedHash !== null && (
        <Notice>
          {t('drafting.draft.published')}{' '}
          <a href={editionHref(record.publishedHash)}>{t('drafting.draft.to-edition')}</a>
        </Notice>
      )}
      {record.maySave ? <Editor record={record} /> : <ReadOnly record={record} />}
    </div>
  );
};

const ReadOnly = ({ record }: { readonly record: DraftRecord }) => {
  const edition = useMemo(() => {
    let made = 0;
    return shownEdition(openDraft(record.content, () => `?${++made}`).draft);
  }, [record.content]);
  return <EditionView edition={edition} industryName={record.industryName} />;
};

const Actions = ({ record }: { readonly record: DraftRecord }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const discard = useCommand(draftingClient.discardDraft);
  const { draftId, inForce, basedOn } = record;
  const params = { draftId };
  const against = inForce ?? basedOn;
  return (
    <>
      {against && (
        <LinkButton
          small
          href={`/standards/compare?industry=${record.industry}&before=edition:${against.hash}&after=draft:${draftId}`}
        >
          {t(inForce ? 'drafting.draft.compare' : 'drafting.draft.compare-based')}
        </LinkButton>
      )}
      <LinkButton small href={`/consultations?draft=${draftId}`}>
        {t('drafting.draft.consultation')}
      </LinkButton>
      <Menu label={t('drafting.draft.files')} align="right" stays>
        <div className="ui-menu-list">
          <DownloadButton look="link" fetch={() => draftingClient.draftWorkbook({ params })}>
            {t('drafting.list.excel')}
          </DownloadButton>
          <DownloadButton look="link" fetch={() => draftingClient.draftDocument({ params })}>
            {t('drafting.list.json')}
          </DownloadButton>
          {record.maySave && <ImportIntoDraft draftId={draftId} />}
          {record.mayDiscard && (
            <ConfirmAction
              danger
              small
              label={t('drafting.discard')}
              consequences={[t('drafting.discard.first'), t('drafting.discard.second')]}
              onConfirm={async () => {
                // The editor has saved since the page was opened; what it saved goes too.
                const { version } = await draftingClient.draft({ params });
                await discard.run({ params, query: { baseVersion: version } });
                announce(t('drafting.discard.done'));
                go(standardsHref);
              }}
            />
          )}
        </div>
      </Menu>
      {record.mayPublish && record.state === 'drafting' && <PublishDraft record={record} />}
    </>
  );
};
