import { Button } from '#platform/ui/button.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { registrationSample, sampleRegister } from '../../domain/registration/sample.ts';
import { registrationTexts } from '../../registration.text.ts';
import { RegistrationFacts } from '../registration-facts.tsx';

/** 填写示例: an invented form of the unit's industry, to read beside one's own. */
export const SamplePanel = (props: {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
  readonly onClose: () => void;
}) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const { register, formSetting } = props.declaration;
  return (
    <aside className="registration-sample ui-panel" aria-label={t('registration.sample')}>
      <h2 className="ui-row">
        <span className="ui-spread">
          {t('registration.sample')} <span className="registration-sample-mark">{t('registration.sample.mark')}</span>
        </span>
        <Button look="text" small onClick={props.onClose} aria-label={ui('action.close')}>
          ×
        </Button>
      </h2>
      <p className="ui-soft">{t('registration.sample.text', { industry: register.industryName })}</p>
      <RegistrationFacts
        registration={{ ...registrationSample(formSetting) }}
        register={{ ...register, ...sampleRegister }}
        edition={props.loaded.edition}
      />
    </aside>
  );
};
