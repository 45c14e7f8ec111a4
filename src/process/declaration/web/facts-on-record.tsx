import { documentName } from '#parties/enterprises/domain/fact-document.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';

/** What the authority has on record about the unit and the standard asks about. */
export const FactsOnRecord = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(declarationTexts);
  const { loaded } = useEdition(declaration.editionHash);
  if (declaration.facts.length === 0) return <p className="ui-soft">{t('declaration.facts.none')}</p>;
  const gateOf = (kind: string) => loaded?.edition.gates.find(({ fact }) => fact === kind);
  return (
    <>
      <ul>
        {declaration.facts.map(({ kind, happenedOn, note, ...document }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be alike
          <li key={index} className="ui-row">
            <Day on={happenedOn} />
            {note !== '' && <b>{note}</b>}
            {documentName(document)}
            <span className="ui-soft">{t('declaration.facts.gate', { gate: gateOf(kind)?.title ?? kind })}</span>
          </li>
        ))}
      </ul>
      <p className="ui-soft">{t('declaration.facts.note')}</p>
    </>
  );
};
