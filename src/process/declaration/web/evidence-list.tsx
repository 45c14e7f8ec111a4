import { useText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';

/** The files of the working copy with the clauses that they are for. */
export const EvidenceList = (props: { readonly declaration: Declaration; readonly loaded: LoadedEdition }) => {
  const t = useText(declarationTexts);
  const { declaration, loaded } = props;
  if (declaration.evidence.length === 0) return <p className="check-text">{t('declaration.check.evidence.none')}</p>;
  const clause = (id: string) => loaded.edition.items.find((item) => item.id === id)?.clause ?? id;
  return (
    <ul className="check-text">
      {declaration.evidence.map((file) => (
        <li key={file.evidenceId} className="ui-row">
          <span className="ui-soft">{clause(file.itemId)}</span>
          <a
            href={`/api/declarations/${declaration.declarationId}/evidence/${file.evidenceId}`}
            target="_blank"
            rel="noreferrer"
          >
            {file.fileName}
          </a>
        </li>
      ))}
    </ul>
  );
};
