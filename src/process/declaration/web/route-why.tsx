import { useText } from '#platform/ui/text/use-text.tsx';
import { Why } from '#platform/ui/why.tsx';
import type { RouteReasonCode } from '#process/campaign/domain/route.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';

/** 报送至：… 为什么. */
export const RouteTo = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  const { route } = declaration;
  if (route === null) return <span className="ui-wrong">{t('declaration.route.unknown')}</span>;
  const lines = [
    ...route.reasons.map(({ code, params }) => ({ text: t(`declaration.${code as RouteReasonCode}`, params) })),
    { text: t('declaration.route.rule', { rule: route.ruleName }), basis: route.basis },
  ];
  return (
    <>
      {route.bodyName} <Why title={t('declaration.route.title', { body: route.bodyName })} lines={lines} />
    </>
  );
};
