import { useMemo } from 'react';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { sheetTexts } from '../../sheet.text.ts';
import { type UsualReturn, usualReturnsContract } from '../../usual-returns.contract.ts';

const client = createClient(usualReturnsContract);

/** By item; empty until it is known, or where it cannot be had: the sheet does without. */
export const useUsualReturns = (declarationId: string): ReadonlyMap<string, UsualReturn> => {
  const { data } = useRead(client.usualReturns, { params: { declarationId } });
  return useMemo(() => new Map(data?.items.map((one) => [one.itemId, one])), [data]);
};

/** 退回常见原因: how often reviewers did not accept this item in the city and industry, and the words that they used. */
export const UsualReturnLine = ({ usual }: { readonly usual: UsualReturn }) => {
  const t = useText(sheetTexts);
  const ui = useUiText();
  const { returned, adjusted, reasons } = usual;
  const which = returned === 0 ? 'adjusted' : adjusted === 0 ? 'returned' : 'both';
  return (
    <p className="item-usual">
      <b>{t('sheet.usual')}</b>
      {ui('text.colon')}
      {t(`sheet.usual.${which}`, { returned, adjusted })}
      {reasons.length > 0 && `${ui('text.colon')}${reasons.join(' ')}`}
    </p>
  );
};
