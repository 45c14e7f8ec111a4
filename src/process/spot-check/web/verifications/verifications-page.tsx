import { useMemo, useState } from 'react';
import { useHasRole, useSignedIn } from '#parties/people/web/session.tsx';
import { useFilters } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import type { Column } from '#platform/ui/list/columns.ts';
import type { FilterDef } from '#platform/ui/list/filter-bar.tsx';
import { ListPage } from '#platform/ui/list/list-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import {
  type VerificationCause,
  type VerificationState,
  verificationCauses,
  verificationStates,
} from '../../domain/verification.ts';
import { type SpotCheckKey, spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationLine } from '../../verification.contract.ts';
import { type Classes, ScoreOf, VerificationStateText } from '../marks.tsx';
import { spotCheckTitles } from '../page-titles.text.ts';
import { verificationClient, verificationHref } from '../spot-check-client.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ExpertNames } from './expert-names.tsx';
import './verifications.css';

const defaults = { q: '', state: '', cause: '', industry: '', drawId: '', page: '1' };
const SIZE = 50;

type T = ReturnType<typeof useText<SpotCheckKey>>;

const columnsFor = (t: T, classes: Classes): readonly Column<VerificationLine>[] => [
  {
    key: 'unit',
    title: t('verifications.unit'),
    render: (row) => (
      <>
        {row.unitName}
        <small className="verification-enterprise">{row.enterpriseName}</small>
      </>
    ),
  },
  {
    key: 'industry',
    title: t('verifications.industry'),
    render: (row) => <span className="ui-nowrap">{row.industryName}</span>,
  },
  { key: 'body', title: t('verifications.body'), render: (row) => <span className="ui-nowrap">{row.bodyName}</span> },
  { key: 'state', title: t('verifications.state'), render: (row) => <VerificationStateText state={row.state} /> },
  {
    key: 'cause',
    title: t('verifications.cause'),
    render: (row) => (
      <span className="ui-nowrap">{row.cause === 'drawn' ? row.drawNumber : t('spot-check.cause.objection')}</span>
    ),
  },
  { key: 'stratum', title: t('verifications.stratum'), render: (row) => row.stratum, hidden: true },
  {
    key: 'experts',
    title: t('verifications.experts'),
    render: (row) => <ExpertNames experts={row.experts} recusals={row.recusals} />,
  },
  {
    key: 'progress',
    title: t('verifications.progress'),
    number: true,
    render: (row) => (row.state === 'confirmed' ? '' : `${row.done}/${row.total}`),
  },
  {
    key: 'self',
    title: t('verification.self'),
    render: (row) => <ScoreOf classes={classes} scored={row.self} />,
    hidden: true,
  },
  {
    key: 'reviewed',
    title: t('verification.reviewed'),
    render: (row) => <ScoreOf classes={classes} scored={row.reviewed} />,
    hidden: true,
  },
  {
    key: 'verified',
    title: t('verification.verified'),
    render: (row) => row.verified && <ScoreOf classes={classes} scored={row.verified} />,
  },
  {
    key: 'visited',
    title: t('verification.fact.visited'),
    render: (row) => row.visitedOn && <Day on={row.visitedOn} />,
    hidden: true,
  },
];

/** All verifications: who has to be assigned, who is at work, what waits for confirmation. */
export const VerificationsPage = () => {
  const t = useText(spotCheckTexts);
  const titles = useText(spotCheckTitles);
  const { campaign } = useSignedIn();
  const mayAssign = useHasRole('city-office');
  const address = useFilters(defaults);
  const { q, state, cause, industry, drawId, page } = address.values;
  const [assigning, setAssigning] = useState<{ rows: readonly VerificationLine[]; clear: () => void } | null>(null);
  const read = useRead(
    verificationClient.verifications,
    {
      params: { campaignId: campaign?.id ?? '' },
      query: {
        q,
        state: (state || undefined) as VerificationState | undefined,
        cause: (cause || undefined) as VerificationCause | undefined,
        industry: industry || undefined,
        drawId: drawId || undefined,
        page,
        size: SIZE,
      },
    },
    { enabled: campaign !== null },
  );
  const { data } = read;
  const columns = useMemo(() => columnsFor(t, data?.classes ?? []), [t, data?.classes]);
  const filters: readonly FilterDef[] = [
    { kind: 'search', name: 'q', label: t('verifications.search') },
    {
      kind: 'choice',
      name: 'state',
      label: t('verifications.state'),
      options: verificationStates.map((value) => ({
        value,
        label: `${t(`spot-check.state-text.${value}`)} ${data?.counts[value] ?? 0}`,
      })),
    },
    {
      kind: 'choice',
      name: 'industry',
      label: t('verifications.industry'),
      options: (data?.industries ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'choice',
      name: 'cause',
      label: t('verifications.cause'),
      options: verificationCauses.map((value) => ({ value, label: t(`spot-check.cause.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'drawId',
      label: t('verifications.draw'),
      options: (data?.draws ?? []).map((draw) => ({ value: draw.drawId, label: draw.number })),
    },
  ];
  return (
    <>
      <ListPage
        id="verifications"
        title={titles('verifications')}
        filters={filters}
        address={address}
        read={read}
        pageSize={SIZE}
        columns={columns}
        rowKey={(row) => row.verificationId}
        href={(row) => verificationHref(row.verificationId)}
        empty={{ text: t('verifications.empty') }}
        bulk={
          mayAssign
            ? (rows, clear) => (
                <Button look="primary" aria-haspopup="dialog" onClick={() => setAssigning({ rows, clear })}>
                  {t('verifications.assign')}
                </Button>
              )
            : undefined
        }
      />
      {assigning && data && (
        <AssignDialog
          units={assigning.rows}
          needed={data.expertsPerUnit}
          onDone={assigning.clear}
          onClose={() => setAssigning(null)}
        />
      )}
    </>
  );
};
