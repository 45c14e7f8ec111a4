import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Score } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { RouteTo } from '../route-why.tsx';

/** What exactly happens when it is submitted: where it goes, what is frozen with which class, until when it can be withdrawn. */
export const SubmissionConsequences = (props: {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
  readonly scored: Score;
}) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const { declaration, loaded, scored } = props;
  const params = { total: loaded.edition.items.length, files: declaration.evidence.length, score: scored.printed };
  return (
    <ul className="check-consequences">
      <li>
        {t('declaration.route')}
        {ui('text.colon')}
        <RouteTo declaration={declaration} />
      </li>
      <li>
        {scored.class === null
          ? t('declaration.check.submit.refused', params)
          : t('declaration.check.submit.second', { ...params, class: className(loaded.edition, scored.class) })}
      </li>
      <li>{t('declaration.check.submit.third')}</li>
    </ul>
  );
};
