import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { paperClient } from './paper-client.ts';

type Arrival = NonNullable<Paper['copies'][number]['arrival']>;

const stateOf = (arrival: Arrival | null) => {
  if (!arrival) return 'none';
  if (arrival.signed) return arrival.sealed ? 'whole' : 'unsealed';
  return arrival.sealed ? 'unsigned' : 'neither';
};

/** Each copy: where it goes, whether and how it came. The desk takes a mistake back here. */
export const CopiesTable = ({ paper, isDesk }: { readonly paper: Paper; readonly isDesk: boolean }) => {
  const t = useText(paperTexts);
  const ui = useUiText();
  return (
    <div className="ui-table-scroll">
      <table className="ui-table paper-copies">
        <thead>
          <tr>
            <th scope="col">{t('paper.copy')}</th>
            <th scope="col">{t('paper.keeper')}</th>
            <th scope="col">{t('paper.arrival')}</th>
            <th scope="col">{t('paper.arrivedOn')}</th>
            <th scope="col">{t('paper.registered-by')}</th>
            {isDesk && <th scope="col" aria-label={t('paper.undo')} />}
          </tr>
        </thead>
        <tbody>
          {paper.copies.map(({ copy, keeper, arrival }) => (
            <tr key={copy}>
              <td>{t('paper.copy.nth', { copy })}</td>
              <td>{keeper}</td>
              <td className={arrival && !(arrival.signed && arrival.sealed) ? 'ui-wrong' : undefined}>
                {t(`paper.arrival.${stateOf(arrival)}`)}
              </td>
              <td>
                {arrival && (
                  <>
                    <Day on={arrival.arrivedOn} /> <span className="ui-soft">{t(`paper.way.${arrival.way}`)}</span>
                  </>
                )}
              </td>
              <td>
                {arrival &&
                  [arrival.registeredByName, t(arrival.byCode ? 'paper.by-code' : 'paper.by-eye'), arrival.note]
                    .filter((part) => part !== '')
                    .join(ui('text.comma'))}
              </td>
              {isDesk && <td>{arrival && <Undo paper={paper} copy={copy} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Undo = ({ paper, copy }: { readonly paper: Paper; readonly copy: number }) => {
  const t = useText(paperTexts);
  const undo = useCommand(paperClient.undoCopy);
  return (
    <ConfirmAction
      label={t('paper.undo')}
      link
      danger
      reason="required"
      consequences={[
        t('paper.undo.first', { copy }),
        ...(paper.receipt ? [t('paper.undo.second')] : []),
        t('paper.undo.third'),
      ]}
      onConfirm={async (reason) => {
        await undo.run({ params: { submissionId: paper.submissionId, copy }, body: { reason } });
        announce(t('paper.undone', { copy }));
      }}
    />
  );
};
