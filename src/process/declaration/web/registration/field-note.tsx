import { useSyncExternalStore } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useCurrentForm, useFormStatus } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';

export type FieldSource = Declaration['registrationSources'][string];

/** 登记册 · 9月1日: where a value comes from, and that nobody has looked at it yet. */
export const SourceMark = ({
  source,
  onConfirm,
}: {
  readonly source: FieldSource;
  readonly onConfirm?: () => void;
}) => {
  const t = useText(registrationTexts);
  return (
    <span className={source.open ? 'registration-source open' : 'registration-source'}>
      {t(`registration.source.${source.from}`, { of: source.of ?? '' })} <Day on={source.on} />
      {source.open && onConfirm && (
        <>
          {' '}
          <b>{t('registration.source.open')}</b>{' '}
          <Button look="link" onClick={onConfirm}>
            {t('registration.source.confirm')}
          </Button>
        </>
      )}
    </span>
  );
};

/** Full-width characters changed with one click, where that is what is wrong. */
export const HalfWidthFix = ({ path }: { readonly path: string }) => {
  const t = useText(registrationTexts);
  const form = useCurrentForm();
  const { issues } = useFormStatus(form);
  const found = issues.find((issue) => issue.path === path && issue.code === 'registration.fullWidth');
  if (!found) return null;
  const halfWidth = String(found.params?.halfWidth ?? '');
  return (
    <Button small onClick={() => form.set(path, halfWidth)}>
      {t('registration.fullWidth.fix', { halfWidth })}
    </Button>
  );
};

interface Props {
  readonly name: string;
  readonly hint: string | undefined;
  readonly source: FieldSource | undefined;
  readonly onConfirm: (() => void) | undefined;
  /** Somebody else changed the field meanwhile: their value in words. */
  readonly theirs: string | undefined;
  readonly onSettle: (take: 'mine' | 'theirs') => void;
}

/** Under a field: what to write, where its value comes from, and what somebody else made of it. */
export const FieldNote = ({ name, hint, source, onConfirm, theirs, onSettle }: Props) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const form = useCurrentForm();
  const filled = useSyncExternalStore(form.subscribe, () => {
    const value = form.get(`registration.${name}`);
    return value !== undefined && value !== null && value !== '';
  });
  return (
    <>
      {hint}
      <HalfWidthFix path={`registration.${name}`} />
      {theirs !== undefined && (
        <span className="registration-theirs" role="alert">
          {t('registration.theirs')}
          {ui('text.colon')}
          <b>{theirs || t('registration.theirs.blank')}</b>{' '}
          <Button small onClick={() => onSettle('mine')}>
            {t('registration.theirs.keep')}
          </Button>{' '}
          <Button small onClick={() => onSettle('theirs')}>
            {t('registration.theirs.take')}
          </Button>
        </span>
      )}
      {source && filled && <SourceMark source={source} onConfirm={onConfirm} />}
    </>
  );
};

export const hintOf = (name: string): RegistrationKey | undefined =>
  `registration.hint.${name}` in registrationTexts['zh-CN']
    ? (`registration.hint.${name}` as RegistrationKey)
    : undefined;
