import { Fragment, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { campaignTexts } from '../campaign.text.ts';
import { type Campaign, campaignClient } from './clients.ts';
import { DatesDialog } from './dates-dialog.tsx';
import type { DatesRow, Editing } from './dates-row.ts';
import { useScopeText } from './scope-text.ts';
import './campaign.css';

const isGeneral = (row: DatesRow): boolean => row.bodyId === '*' && row.industry === '*';

/** The table phase × scope: the city's dates, below them those of single bodies and industries. */
export const DatesSection = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(campaignTexts);
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <>
      <div className="ui-table-scroll">
        <table className="ui-table campaign-dates" aria-label={t('campaign.dates')}>
          <thead>
            <tr>
              <th>{t('campaign.phase')}</th>
              <th>{t('campaign.scope')}</th>
              <th>{t('campaign.from')}</th>
              <th>{t('campaign.to')}</th>
              <th className="number">{t('campaign.progress')}</th>
              {campaign.mayChange && <th aria-label={t('campaign.changeDates')} />}
            </tr>
          </thead>
          <tbody>
            {campaign.phases.map((phase) => {
              const rows = campaign.dates.filter((row) => row.phase === phase.code);
              return (
                <Fragment key={phase.code}>
                  {rows
                    .toSorted((a, b) => Number(isGeneral(b)) - Number(isGeneral(a)))
                    .map((row) => (
                      <Row key={`${row.bodyId} ${row.industry}`} {...{ campaign, phase, row }} onEdit={setEditing} />
                    ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="ui-soft campaign-note">
        {t('campaign.datesHint')}
        <br />
        {t('campaign.progressHint')}
      </p>
      {editing && <DatesDialog campaign={campaign} editing={editing} onClose={() => setEditing(null)} />}
    </>
  );
};

const Row = (props: {
  readonly campaign: Campaign;
  readonly phase: Campaign['phases'][number];
  readonly row: DatesRow;
  readonly onEdit: (editing: Editing) => void;
}) => {
  const t = useText(campaignTexts);
  const { campaign, phase, row, onEdit } = props;
  const scope = useScopeText(campaign);
  const general = isGeneral(row);
  return (
    <tr className={general ? undefined : 'own'}>
      <td className="ui-nowrap" title={phase.basis}>
        {phase.name}
      </td>
      <td>{scope.scope(row)}</td>
      <td>
        <Day on={row.startsOn} />
      </td>
      <td>
        <Day on={row.endsOn} />
      </td>
      <td className="number">{general && phase.progress && `${phase.progress.done} / ${phase.progress.of}`}</td>
      {campaign.mayChange && (
        <td>
          <div className="ui-row ui-nowrap">
            <Button look="link" onClick={() => onEdit({ phase: phase.code, row })}>
              {t('campaign.changeDates')}
            </Button>
            {general ? (
              <Button look="link" onClick={() => onEdit({ phase: phase.code, row: null })}>
                {t('campaign.addException')}
              </Button>
            ) : (
              <Remove campaign={campaign} row={row} scope={scope.scope(row)} />
            )}
          </div>
        </td>
      )}
    </tr>
  );
};

const Remove = ({
  campaign,
  row,
  scope,
}: {
  readonly campaign: Campaign;
  readonly row: DatesRow;
  readonly scope: string;
}) => {
  const t = useText(campaignTexts);
  const { run } = useCommand(campaignClient.changePhaseDates);
  const { phase, bodyId, industry, startsOn, endsOn } = row;
  return (
    <ConfirmAction
      link
      label={t('campaign.removeException')}
      consequences={[t('campaign.removeConsequence', { scope })]}
      reason="required"
      onConfirm={async (reason) => {
        const base = { startsOn, endsOn };
        const { campaignId } = campaign;
        await run({ params: { campaignId }, body: { phase, bodyId, industry, dates: null, base, reason } });
        announce(t('campaign.changed'));
      }}
    />
  );
};
