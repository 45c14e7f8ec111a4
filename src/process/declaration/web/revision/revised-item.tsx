import { useMemo } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { type Answer, CONTENT_FIELDS, type Edition, type Item, suggestion } from '#process/standards/domain/index.ts';
import { ChangedFields } from '#process/standards/web/comparison/changed-fields.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import { declarationTexts } from '../../declaration.text.ts';
import type { EarlierAnswer } from '../../domain/draft-answers.ts';
import { answerText } from '../sheet/answer-text.ts';
import '#process/standards/web/comparison/comparison.css';
import './revision.css';

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly was: EarlierAnswer;
  readonly disabled: boolean;
  readonly onConfirm: (answer: Answer) => void;
}

/** An item that says something else now: what changed in it, the answer given before, and one click to let it stand. */
export const RevisedItem = ({ edition, item, was, disabled, onConfirm }: Props) => {
  const t = useText(declarationTexts);
  const { loaded } = useEdition(was.edition);
  const before = useMemo(() => loaded?.edition.items.find(({ id }) => id === was.item), [loaded, was.item]);
  if (!loaded || !before) return <Loading />;
  const fields = CONTENT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(item[field])).map(
    (field) => ({ field, before: before[field], after: item[field] }),
  );
  const answer = suggestion(was.answer, loaded.edition, item, edition);
  const given = answerText(was.answer, loaded.edition, t);
  return (
    <div className="revised-item">
      <p>
        <b>{t('declaration.revision.changed')}</b>
      </p>
      <div className="cmp-item">
        <div className="cmp-field revised-head" aria-hidden="true">
          <span className="cmp-label" />
          <span className="cmp-label">{t('declaration.revision.before')}</span>
          <span className="cmp-label">{t('declaration.revision.after')}</span>
        </div>
        <ChangedFields fields={fields} before={loaded.edition} after={edition} />
      </div>
      <div className="ui-row">
        <span>{t('declaration.revision.given', { answer: given })}</span>
        {answer === null ? (
          <span className="ui-wrong">{t('declaration.revision.unfit')}</span>
        ) : (
          <Button small disabled={disabled} onClick={() => onConfirm(answer)}>
            {t('declaration.revision.confirm', { answer: answerText(answer, edition, t) })}
          </Button>
        )}
      </div>
    </div>
  );
};
