import { ApiFault } from './api/faults.ts';
import { Button, LinkButton } from './button.tsx';
import { useFaultText, useUiText } from './text/use-text.tsx';

interface Props {
  /** What was thrown, or a code of the base catalogue. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

const known = { 'not-found': 'error.not-found', forbidden: 'error.forbidden' } as const;

/** A page that cannot be shown: what is the matter, and the ways on. */
export const ErrorPage = ({ error, onRetry }: Props) => {
  const t = useUiText();
  const faults = useFaultText();
  const sentence = error === 'not-found' || error === 'forbidden' ? t(known[error]) : faults.fault(error);
  return (
    <section className="ui-panel" style={{ padding: 24, maxWidth: 640 }} role="alert">
      <h1>{t('error.title')}</h1>
      <p style={{ margin: '8px 0 16px' }}>{sentence}</p>
      {error instanceof ApiFault && error.requestId && (
        <p className="ui-soft" style={{ marginBottom: 16 }}>
          {t('error.request', { id: error.requestId })}
        </p>
      )}
      <div className="ui-row">
        {onRetry && (
          <Button look="primary" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        <LinkButton href="/">{t('action.home')}</LinkButton>
      </div>
    </section>
  );
};
