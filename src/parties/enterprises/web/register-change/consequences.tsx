import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import type { Consequence } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';

/** What an approval does to one declaration, in words. */
export const useEffectText = () => {
  const t = useText(registerChangeTexts);
  return ({ rule, edition, from, to, kept, dropped }: Consequence): string => {
    const moved = t(`registerChange.rule.${rule}`, { from: from.name, to: to.name });
    return edition === 'same' ? moved : `${moved}；${t(`registerChange.edition.${edition}`, { kept, dropped })}`;
  };
};

/** 同意后的影响: every declaration under way that the change concerns. */
export const Consequences = ({ consequences }: { readonly consequences: readonly Consequence[] }) => {
  const t = useText(registerChangeTexts);
  const code = useCodeText();
  const effect = useEffectText();
  if (consequences.length === 0)
    return <p className="ui-soft register-own">{t('registerChange.record.consequences.none')}</p>;
  return (
    <DataTable
      label={t('registerChange.record.consequences')}
      columns={[
        {
          key: 'unit',
          title: t('registerChange.record.consequences.unit'),
          render: (row) => (
            <>
              {row.unitName} <span className="ui-soft">{row.campaignName}</span>
            </>
          ),
        },
        {
          key: 'stage',
          title: t('registerChange.record.consequences.stage'),
          render: (row) => code(`registerChange.stage.${row.stage}`) ?? row.stage,
        },
        { key: 'effect', title: t('registerChange.record.consequences.effect'), render: effect },
      ]}
      rows={consequences}
      rowKey={(row) => row.declarationId}
    />
  );
};
