import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { rectificationTexts } from '../../rectification.text.ts';
import { MeasureFields } from './measure-fields.tsx';
import { noEntry } from './measure-store.ts';
import { type Measures, useMeasure, useMeasures } from './use-measures.tsx';

/** 整改措施 beside an item of the sheet that loses points; folded away until it is asked for or something is written. */
export const ItemMeasure = (props: { readonly itemId: string; readonly clause: string }) => {
  const measures = useMeasures();
  return measures && <Folded {...props} measures={measures} />;
};

const Folded = (props: { readonly itemId: string; readonly clause: string; readonly measures: Measures }) => {
  const t = useText(rectificationTexts);
  const { itemId, measures } = props;
  const entry = useMeasure(measures.store, itemId);
  const [open, setOpen] = useState(false);
  const written = entry.measure !== '' || entry.person !== '' || entry.dueOn !== null;
  const { measure } = { ...noEntry, ...entry };
  if (!written && !measures.editable) return null;
  const refused = measures.state.refused.has(itemId);
  return (
    <div className="item-measure">
      <Button look="link" aria-expanded={open || refused} onClick={() => setOpen(!open)}>
        {t('rectification.measure')}
      </Button>
      {!open && !refused && written && <span className="ui-soft"> {measure}</span>}
      {(open || refused) && (
        <>
          <MeasureFields {...props} />
          <SavedMark state={measures.state} onRetry={measures.retry} />
        </>
      )}
    </div>
  );
};
