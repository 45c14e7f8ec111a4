import { fieldName, fieldText } from '../../difference-words.ts';
import type { Edition, FieldChange } from '../../domain/index.ts';
import { BothTexts, useDifferenceWords } from './words.tsx';

/** Fields that differ, old on the left, new on the right. */
export const ChangedFields = (props: {
  readonly fields: readonly FieldChange[];
  readonly before: Edition;
  readonly after: Edition;
}) => {
  const words = useDifferenceWords();
  return (
    <>
      {props.fields.map(({ field, before, after }) => (
        <div key={field} className="cmp-field">
          <span className="cmp-label">{fieldName(field, words.t)}</span>
          <BothTexts
            before={fieldText(field, before, props.before, words)}
            after={fieldText(field, after, props.after, words)}
          />
        </div>
      ))}
    </>
  );
};
