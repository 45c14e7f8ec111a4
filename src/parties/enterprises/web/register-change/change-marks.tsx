import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { RegisterChangeState } from '../../domain/register-change/states.ts';
import type { RegisterChangeLine } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';
import './register-change.css';

const tones: Readonly<Record<RegisterChangeState, Tone>> = {
  pending: 'active',
  approved: 'done',
  refused: 'attention',
  withdrawn: 'open',
};

export const ChangeState = ({ state }: { readonly state: RegisterChangeState }) => {
  const t = useText(registerChangeTexts);
  return <StateText tone={tones[state]}>{t(`registerChange.state.${state}`)}</StateText>;
};

/** 原登记 → 变更为, one line a field. */
export const ChangedValues = ({ values }: Pick<RegisterChangeLine, 'values'>) => {
  const t = useText(registerChangeTexts);
  return (
    <ul className="register-changed">
      {values.map(({ field, fromText, toText }) => (
        <li key={field}>
          <span className="ui-soft">{t(`registerChange.field.${field}`)}</span> <del>{fromText || '—'}</del>{' '}
          <span aria-hidden="true">→</span> <ins>{toText || '—'}</ins>
        </li>
      ))}
    </ul>
  );
};
