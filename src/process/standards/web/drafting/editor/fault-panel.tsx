import { useState, useSyncExternalStore } from 'react';
import type { Translate } from '#platform/text.ts';
import { Button } from '#platform/ui/button.tsx';
import { StateText } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../../comparison.text.ts';
import { fieldName } from '../../../difference-words.ts';
import { type Draft, textOf } from '../../../domain/draft-editing.ts';
import { own } from '../../../domain/reading.ts';
import { type DraftingKey, draftingTexts } from '../../../drafting.text.ts';
import { useDraft, useEditor } from './editor-context.tsx';
import type { Place, PlacedFault } from './fault-place.ts';

/** What a member is called in a list of faults: `考评项 1.1.3`. */
export const memberName = (draft: Draft, { list, id }: Place, t: Translate<DraftingKey>): string => {
  if (list === 'head' || id === '') return t(`drafting.place.${list}`, { name: '' }).trim();
  if (list === 'classes') {
    const one = draft.classes[Number(id)];
    return t('drafting.place.classes', {
      name: (one && (textOf(own(one, 'name')) || one.code)) || String(Number(id) + 1),
    });
  }
  const member = draft[list].find((one) => one.id === id) ?? {};
  const [clause, title] = [textOf(own(member, 'clause')), textOf(own(member, list === 'items' ? 'text' : 'title'))];
  const short = title.length > 12 ? `${title.slice(0, 12)}…` : title;
  return t(`drafting.place.${list}`, { name: [clause, short].filter(Boolean).join(' ') || t('drafting.untitled') });
};

export const useFaults = (): readonly PlacedFault[] => {
  const { faults } = useEditor();
  return useSyncExternalStore(faults.subscribe, () => faults.book().all);
};

/** How much keeps the draft from being published; opens the list, in which each fault leads to where it is mended. */
export const FaultPanel = () => {
  const t = useText(draftingTexts);
  const faults = useFaults();
  const [open, setOpen] = useState(false);
  if (faults.length === 0) return <StateText tone="done">{t('drafting.faults.none')}</StateText>;
  return (
    <>
      <Button small look="danger" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('drafting.faults.count', { count: faults.length })}
      </Button>
      {open && <FaultList faults={faults} />}
    </>
  );
};

const MOST_SHOWN = 200;

const FaultList = ({ faults }: { readonly faults: readonly PlacedFault[] }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const comparison = useText(comparisonTexts);
  const faultText = useFaultText();
  const draft = useDraft();
  const { goTo } = useEditor();
  return (
    <div className="draft-faults" role="region" aria-label={t('drafting.faults')}>
      <ol>
        {faults.slice(0, MOST_SHOWN).map((fault, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two faults may say the same of the same place
          <li key={index}>
            <Button look="link" onClick={() => goTo(fault)}>
              {memberName(draft, fault, t)}
              {fault.field !== '' && ` · ${fieldName(fault.field, comparison)}`}
            </Button>
            <span>{faultText.issue(fault.issue)}</span>
          </li>
        ))}
      </ol>
      {faults.length > MOST_SHOWN && <p>{ui('list.total', { count: faults.length })}</p>}
    </div>
  );
};
