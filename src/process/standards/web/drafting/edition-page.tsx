import { useHasRole } from '#parties/people/web/session.tsx';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { useEdition } from '../use-edition.ts';
import { draftHref, draftingClient, type EditionRecord, editionHref, standardsHref } from './drafting-client.ts';
import { EditionView } from './edition-view.tsx';
import { RetireEdition } from './retire-edition.tsx';
import { Term } from './standards-page.tsx';
import { useReadsList } from './use-reads-list.ts';

/** One published edition, to be read and printed. */
export const EditionPage = () => {
  const { editionHash } = usePathParams<'editionHash'>();
  const read = useRead(draftingClient.editionRecord, { params: { editionHash } });
  return <Answered read={read}>{(record) => <Shown record={record} />}</Answered>;
};

const Shown = ({ record }: { readonly record: EditionRecord }) => {
  const t = useText(draftingTexts);
  const { loaded } = useEdition(record.hash);
  const readsList = useReadsList();
  return (
    <div className="ui-page">
      <PageHead
        title={record.title}
        crumbs={readsList ? [{ label: t('drafting.list.title'), href: standardsHref }] : []}
        beside={
          <span className="ui-row">
            <StateText tone={record.retiredAt === null ? 'active' : 'open'}>
              {t(record.retiredAt === null ? 'drafting.state.in-force' : 'drafting.state.retired')}
            </StateText>
            <span className="ui-soft">
              <Term edition={record} />
            </span>
          </span>
        }
        actions={<Actions record={record} />}
      />
      {record.retiredAt !== null && (
        <Notice>
          {record.inForce ? (
            <>
              {t('drafting.view.superseded')} <a href={editionHref(record.inForce.hash)}>{record.inForce.title}</a>
            </>
          ) : (
            t('drafting.view.retired', { who: record.retiredBy })
          )}
        </Notice>
      )}
      {loaded ? <EditionView edition={loaded.edition} industryName={record.industryName} /> : <Loading />}
    </div>
  );
};

const Actions = ({ record }: { readonly record: EditionRecord }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const go = useGo();
  const mayCompare = useHasRole('city-office', 'leading-group', 'reviewer', 'sign-off', 'auditor');
  const start = useCommand(draftingClient.startDraft);
  const params = { editionHash: record.hash };
  const other = record.retiredAt === null ? record.replaced : record.inForce;
  return (
    <>
      {record.mayRetire && <RetireEdition edition={record} industryName={record.industryName} />}
      <Button small onClick={() => window.print()}>
        {ui('action.print')}
      </Button>
      <DownloadButton fetch={() => draftingClient.editionWorkbook({ params })}>
        {t('drafting.list.excel')}
      </DownloadButton>
      <DownloadButton fetch={() => draftingClient.editionDocument({ params })}>
        {t('drafting.list.json')}
      </DownloadButton>
      {mayCompare && other && (
        <LinkButton
          small
          href={`/standards/compare?industry=${record.industry}&before=edition:${record.retiredAt === null ? other.hash : record.hash}&after=edition:${record.retiredAt === null ? record.hash : other.hash}`}
        >
          {t(record.retiredAt === null ? 'drafting.view.compare-before' : 'drafting.view.compare-now')}
        </LinkButton>
      )}
      {record.mayCopy && (
        <ConfirmAction
          primary
          small
          label={t('drafting.start')}
          consequences={[t('drafting.start.copied', { title: record.title }), t('drafting.start.harmless')]}
          onConfirm={async () => {
            const { draftId } = await start.run({ body: { from: 'edition', editionHash: record.hash } });
            go(draftHref(draftId));
          }}
        />
      )}
    </>
  );
};
