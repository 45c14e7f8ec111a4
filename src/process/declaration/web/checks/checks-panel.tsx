import { Answered } from '#platform/ui/answered.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import { checksTexts } from '../../checks.text.ts';
import { CheckList } from './check-list.tsx';
import { useChecks } from './use-checks.ts';

/** What the checks found: errors first, warnings apart, or that all is well. */
export const ChecksPanel = (props: { readonly declarationId: string; readonly edition: Edition }) => {
  const t = useText(checksTexts);
  return (
    <Answered read={useChecks(props.declarationId)}>
      {({ errors, warnings }) => (
        <>
          {errors.length > 0 && (
            <Notice wrong>
              <b>{t('checks.errors', { count: errors.length })}</b>
              <CheckList {...props} issues={errors} />
            </Notice>
          )}
          {warnings.length > 0 && (
            <section className="ui-panel check-warnings">
              <h2>{t('checks.warnings', { count: warnings.length })}</h2>
              <p className="ui-soft check-text">{t('checks.warnings.text')}</p>
              <CheckList {...props} issues={warnings} />
            </section>
          )}
          {errors.length + warnings.length === 0 && <Notice>{t('checks.clear')}</Notice>}
        </>
      )}
    </Answered>
  );
};
