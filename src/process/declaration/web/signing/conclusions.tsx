import { StateText } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { type Answer, type Edition, losesPoints } from '#process/standards/domain/index.ts';
import { itemName } from '#process/standards/edition-words.ts';
import { signingTexts } from '../../signing.text.ts';

/** 必备项 and 否决项: whether all are met, else which are not and how many wait for an answer. */
export const Conclusions = (props: {
  readonly edition: Edition;
  readonly answers: Readonly<Record<string, Answer>>;
}) => {
  const t = useText(signingTexts);
  const { edition, answers } = props;
  const kinds = (['mandatory', 'veto'] as const).map((kind) => {
    const items = edition.items.filter((item) => item.kind === kind);
    const unmet = items.filter((item) => {
      const answer = answers[item.id];
      return answer !== undefined && losesPoints(item, answer);
    });
    const unanswered = items.filter(({ id }) => answers[id] === undefined).length;
    return { kind, items, unmet, unanswered };
  });
  return (
    <dl className="sign-conclusions">
      {kinds.map(({ kind, items, unmet, unanswered }) => (
        <div key={kind}>
          <dt>{t(`signing.page.${kind}`)}</dt>
          <dd>
            {items.length === 0 && <span className="ui-soft">{t('signing.page.none-of')}</span>}
            {items.length > 0 && unmet.length === 0 && unanswered === 0 && (
              <StateText tone="done">{t('signing.page.all-met', { count: items.length })}</StateText>
            )}
            {unanswered > 0 && (
              <StateText tone="open">
                {t('signing.page.unanswered', { count: items.length, open: unanswered })}
              </StateText>
            )}
            {unmet.length > 0 && (
              <>
                <StateText tone="attention">
                  {t('signing.page.unmet', { count: items.length, unmet: unmet.length })}
                </StateText>
                <ul>
                  {unmet.map((item) => (
                    <li key={item.id}>{itemName(item)}</li>
                  ))}
                </ul>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
