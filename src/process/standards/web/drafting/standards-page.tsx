import { Fragment, useState } from 'react';
import { Link } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { Menu } from '#platform/ui/menu.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day, Time } from '#platform/ui/time/time.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { pointsText } from '../../edition-words.ts';
import {
  draftHref,
  draftingClient,
  editionHref,
  type Industry,
  type ListedDraft,
  type ListedEdition,
  newImportHref,
} from './drafting-client.ts';
import { RetireEdition } from './retire-edition.tsx';
import { StartDraft } from './start-draft.tsx';
import './drafting.css';

/** 评估标准: which edition is in force for each industry, what is being drafted, and what was in force before. */
export const StandardsPage = () => {
  const t = useText(draftingTexts);
  const read = useRead(draftingClient.standards);
  return (
    <div className="ui-page">
      <PageHead
        title={t('drafting.list.title')}
        actions={<LinkButton href="/standards/compare">{t('drafting.list.compare')}</LinkButton>}
      />
      <Answered read={read}>
        {({ industries, mayDraft, mayDecide }) => (
          <section className="ui-panel">
            {industries.length === 0 ? (
              <p className="ui-empty">{t('drafting.list.empty')}</p>
            ) : (
              <div className="ui-table-scroll">
                <table className="ui-table standards-table" aria-label={t('drafting.list.title')}>
                  <thead>
                    <tr>
                      {(['industry', 'edition', 'items', 'points', 'deciding', 'since', 'who', 'actions'] as const).map(
                        (column) => (
                          <th
                            key={column}
                            scope="col"
                            className={
                              column === 'items' || column === 'points' || column === 'deciding' ? 'number' : undefined
                            }
                          >
                            {t(`drafting.list.${column}`)}
                          </th>
                        ),
                      )}
                    </tr>
                  </thead>
                  {industries.map((industry) => (
                    <IndustryRows
                      key={industry.industry}
                      industry={industry}
                      mayDraft={mayDraft}
                      mayDecide={mayDecide}
                    />
                  ))}
                </table>
              </div>
            )}
          </section>
        )}
      </Answered>
    </div>
  );
};

interface Props {
  readonly industry: Industry;
  readonly mayDraft: boolean;
  readonly mayDecide: boolean;
}

const IndustryRows = ({ industry, mayDraft, mayDecide }: Props) => {
  const t = useText(draftingTexts);
  const [open, setOpen] = useState(false);
  const { inForce, former, drafts } = industry;
  return (
    <tbody>
      <tr className="standards-industry">
        <th scope="rowgroup">{industry.industryName}</th>
        {inForce ? (
          <>
            <td>
              <Link href={editionHref(inForce.hash)} data-row-focus="">
                {inForce.title}
              </Link>
              <small className="ui-soft">
                {t('drafting.list.issued')} <Day on={inForce.issued} />
              </small>
            </td>
            <Figures of={inForce} />
            <td>
              <Time at={inForce.inForceFrom} />
            </td>
            <td>{inForce.publishedBy || <span className="ui-soft">{t('drafting.list.founded')}</span>}</td>
          </>
        ) : (
          <td colSpan={6}>
            <StateText tone="attention">{t('drafting.list.none-in-force')}</StateText>
          </td>
        )}
        <td className="ui-nowrap">
          <div className="ui-row standards-actions">
            {mayDraft && <StartDraft industry={industry} />}
            <Menu label={t('drafting.list.more')} align="right">
              <div className="ui-menu-list">
                {inForce && (
                  <DownloadButton
                    look="link"
                    fetch={() => draftingClient.editionWorkbook({ params: { editionHash: inForce.hash } })}
                  >
                    {t('drafting.list.excel')}
                  </DownloadButton>
                )}
                {mayDraft && (
                  <LinkButton look="link" href={newImportHref(industry.industry)}>
                    {t('drafting.list.import')}
                  </LinkButton>
                )}
                {mayDecide && inForce && <RetireEdition edition={inForce} industryName={industry.industryName} />}
              </div>
            </Menu>
          </div>
        </td>
      </tr>
      {drafts.map((draft) => (
        <DraftRow key={draft.draftId} draft={draft} />
      ))}
      {former.length > 0 && (
        <tr className="standards-sub">
          <td />
          <td colSpan={7}>
            <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'drafting.list.hide-former' : 'drafting.list.former', { count: former.length })}
            </Button>
          </td>
        </tr>
      )}
      {open && former.map((edition) => <FormerRow key={edition.hash} edition={edition} />)}
    </tbody>
  );
};

const Figures = ({ of: { figures } }: { readonly of: Pick<ListedEdition, 'figures'> }) => {
  const t = useText(draftingTexts);
  return (
    <>
      <td className="number">{figures.items}</td>
      <td className="number">{pointsText(figures.units, figures)}</td>
      <td className="number">
        {t('drafting.list.deciding-counts', { mandatory: figures.mandatory, veto: figures.veto })}
      </td>
    </>
  );
};

const DraftRow = ({ draft }: { readonly draft: ListedDraft }) => {
  const t = useText(draftingTexts);
  return (
    <tr className="standards-sub">
      <td>
        <StateText tone="active">{t('drafting.state.drafting')}</StateText>
      </td>
      <td>
        <Link href={draftHref(draft.draftId)} data-row-focus="">
          {draft.title || t('drafting.untitled')}
        </Link>
        <small className="ui-soft">
          {draft.basedOn
            ? t(draft.basedOn.inForce ? 'drafting.list.based-on' : 'drafting.list.based-on-former', {
                title: draft.basedOn.title,
              })
            : t('drafting.list.based-on-nothing')}
        </small>
      </td>
      <Figures of={draft} />
      <td>
        <Time at={draft.changedAt} />
      </td>
      <td>{draft.changedBy}</td>
      <td>
        <FaultCount count={draft.faultCount} />
      </td>
    </tr>
  );
};

/** How far a draft is from being published. */
export const FaultCount = ({ count }: { readonly count: number }) => {
  const t = useText(draftingTexts);
  return count === 0 ? (
    <StateText tone="done">{t('drafting.faults.none')}</StateText>
  ) : (
    <StateText tone="open">{t('drafting.faults.count', { count })}</StateText>
  );
};

const FormerRow = ({ edition }: { readonly edition: ListedEdition }) => {
  const t = useText(draftingTexts);
  return (
    <tr className="standards-sub">
      <td className="ui-soft">{t('drafting.state.retired')}</td>
      <td>
        <Link href={editionHref(edition.hash)}>{edition.title}</Link>
        <small className="ui-soft">
          {t('drafting.list.issued')} <Day on={edition.issued} />
        </small>
      </td>
      <Figures of={edition} />
      <td>
        <Term edition={edition} />
      </td>
      <td>{edition.publishedBy || <span className="ui-soft">{t('drafting.list.founded')}</span>}</td>
      <td className="ui-soft">
        {edition.replacedBy !== null
          ? t('drafting.list.replaced')
          : t('drafting.list.retired-by', { who: edition.retiredBy })}
      </td>
    </tr>
  );
};

/** From when to when an edition was in force. */
export const Term = ({ edition }: { readonly edition: Pick<ListedEdition, 'inForceFrom' | 'retiredAt'> }) => (
  <Fragment>
    <Time at={edition.inForceFrom} />
    {edition.retiredAt !== null && (
      <>
        –<Time at={edition.retiredAt} />
      </>
    )}
  </Fragment>
);
