import { useMemo, useState } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { consultationClient, type Remark } from './consultation-client.ts';
import { OutcomeDialog } from './ruling-dialog.tsx';
import { Author, RemarkOutcomeText } from './states.tsx';

const defaults = { industry: '', state: '', editionHash: '', itemId: '', page: '1' };
const states = ['open', 'answered'] as const;
const SIZE = 50;

/** 对条款的意见: what users remarked on items, to be gone through for the next edition. */
export const RemarksPage = () => {
  const t = useText(consultationTexts);
  const mayAnswer = useHasRole('city-office');
  const address = useFilters(defaults);
  const [answering, setAnswering] = useState<Remark | null>(null);
  const { industry, state, editionHash, itemId, page } = address.values;
  const read = useRead(consultationClient.remarks, {
    query: {
      ...(industry ? { industry } : {}),
      ...(editionHash ? { editionHash } : {}),
      ...(itemId ? { itemId } : {}),
      state: states.find((one) => one === state),
      page: Number(page) || 1,
      size: SIZE,
    },
  });
  const columns = useMemo(
    (): readonly Column<Remark>[] => [
      { key: 'clause', title: t('remark.column.clause'), render: (row) => row.clause },
      {
        key: 'remark',
        title: t('remark.column.remark'),
        render: (row) => (
          <>
            <p className="csl-text">{row.remark}</p>
            <p className="ui-soft csl-text">{row.itemText}</p>
          </>
        ),
      },
      { key: 'who', title: t('remark.column.who'), width: 180, render: (row) => <Author {...row} /> },
      { key: 'made', title: t('remark.column.made'), render: (row) => <Time at={row.madeAt} /> },
      { key: 'edition', title: t('remark.column.edition'), width: 200, render: (row) => row.editionTitle },
      {
        key: 'state',
        title: t('remark.column.state'),
        width: 220,
        render: (row) => (
          <>
            <RemarkOutcomeText outcome={row.outcome} />
            {row.outcome !== null && <p className="ui-soft csl-text">{row.outcomeReason}</p>}
            {mayAnswer && (
              <div>
                <Button small onClick={() => setAnswering(row)} aria-haspopup="dialog">
                  {t(row.outcome === null ? 'answer.action' : 'answer.action-again')}
                </Button>
              </div>
            )}
          </>
        ),
      },
    ],
    [t, mayAnswer],
  );
  return (
    <>
      <ListPage
        id="item-remarks"
        title={t('remark.list.title')}
        filters={[
          {
            kind: 'choice',
            name: 'industry',
            label: t('remark.column.industry'),
            options: (read.data?.industries ?? []).map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('remark.column.state'),
            options: states.map((value) => ({ value, label: t(`remark.state.${value}`) })),
          },
        ]}
        address={address}
        read={read}
        pageSize={SIZE}
        columns={columns}
        rowKey={(row) => row.remarkId}
        empty={{ text: t('remark.list.empty') }}
      />
      {answering && <OutcomeDialog remark={answering} onClose={() => setAnswering(null)} />}
    </>
  );
};
