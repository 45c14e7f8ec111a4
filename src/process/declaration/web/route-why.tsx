import { useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import type { RouteReasonCode } from '#process/campaign/domain/route.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import type { ShownRoute } from '../moves.contract.ts';
import { movesTexts } from '../moves.text.ts';
import './moves/moves.css';

/** 报送至：… 为什么. */
export const RouteTo = ({ declaration }: { readonly declaration: Pick<Declaration, 'route'> }) => {
  const t = useText(declarationTexts);
  const { route } = declaration;
  if (route === null) return <span className="ui-wrong">{t('declaration.route.unknown')}</span>;
  const reason = ({ code, params, basis }: ShownRoute['reasons'][number]) => ({
    text: t(`declaration.${code as RouteReasonCode}`, params),
    ...(basis ? { basis } : {}),
  });
  const isDirection = ({ code }: ShownRoute['reasons'][number]) => code === 'route.directed';
  const lines = [
    ...route.reasons.filter((one) => !isDirection(one)).map(reason),
    { text: t('declaration.route.rule', { rule: route.ruleName }), basis: route.basis },
    ...route.reasons.filter(isDirection).map(reason),
  ];
  return (
    <>
      {route.bodyName} <Why title={t('declaration.route.title', { body: route.bodyName })} lines={lines} />
      <RouteNote route={route} />
    </>
  );
};

/** What stands beside the rule: 依规则应报…，经…指定改报…; or that this assessment stays with the body that has it. */
const RouteNote = ({ route }: { readonly route: ShownRoute }) => {
  const t = useText(movesTexts);
  const { directed, bodyName, heldByName } = route;
  return (
    <>
      {directed && (
        <span className="ui-soft route-note">
          {t(directed.kept ? 'move.kept' : 'move.directed', { rule: directed.byRuleName, body: bodyName })}
          {'：'}
          {directed.reason}
          {directed.basis && ` ${t('move.basis', { basis: directed.basis })}`}
        </span>
      )}
      {heldByName && <span className="ui-soft route-note">{t('move.held', { body: bodyName, held: heldByName })}</span>}
    </>
  );
};
