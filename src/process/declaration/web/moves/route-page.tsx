import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { RecordPage } from '#platform/ui/record/record-page.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import type { movesContract } from '../../moves.contract.ts';
import { movesTexts } from '../../moves.text.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { RouteTo } from '../route-why.tsx';
import { Direct, TakeBack } from './direct-dialog.tsx';
import { useMoveHistory } from './move-text.ts';
import { useMoves } from './moves-client.ts';
import { MovesList } from './moves-list.tsx';

/** 申报去向 of one declaration, for officers: the rule, what was directed, every move; the city office directs from here. */
export const RoutePage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return <Answered read={useMoves(declarationId)}>{(moves) => <Record moves={moves} />}</Answered>;
};

const Record = ({ moves }: { readonly moves: ResultOf<typeof movesContract.declarationMoves> }) => {
  const t = useText(movesTexts);
  const titles = useText(declarationTitles);
  const code = useCodeText();
  const history = useMoveHistory();
  return (
    <RecordPage
      title={`${moves.unitName} ${t('move.title')}`}
      crumbs={[{ label: titles('list'), href: '/declarations' }]}
      state={code(`move.stage.${moves.stage}`) ?? moves.stage}
      actions={
        <>
          {moves.mayTakeBack && <TakeBack moves={moves} />}
          <LinkButton href={`/register/units/${moves.unitId}`}>{t('move.register')}</LinkButton>
          {moves.mayDirect && <Direct moves={moves} />}
        </>
      }
      facts={[
        { label: t('move.enterprise'), value: moves.enterpriseName },
        { label: t('move.campaign'), value: moves.campaignName },
        { label: t('move.now'), value: moves.holder.name },
        { label: t('move.route'), value: <RouteTo declaration={moves} />, wide: true },
      ]}
      sections={[{ id: 'moves', title: t('move.list'), content: <MovesList moves={moves.moves} />, flush: true }]}
      history={history(moves.moves)}
    />
  );
};
