import type { ResultOf } from '#platform/ui/api/client.ts';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormSection } from '#platform/ui/form/form-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';
import type { rosterContract } from '../../roster.contract.ts';

type Choices = ResultOf<typeof rosterContract.rosterChoices>;

const options = (list: Choices['bodies']) => list.map(({ code, name }) => ({ value: code, label: name }));

/** The fields of a unit and its enterprise, in the order of the registration form. */
export const UnitFields = ({ choices, isNew }: { readonly choices: Choices; readonly isNew: boolean }) => {
  const t = useText(campaignTexts);
  return (
    <>
      <FormSection title={t('roster.group.enterprise')}>
        {isNew && (
          <TextField name="creditCode" label={t('roster.creditCode')} hint={t('roster.creditCodeHint')} required />
        )}
        <TextField name="enterpriseName" label={t('roster.enterprise')} required />
        <ChoiceField
          name="affiliation"
          label={t('roster.affiliation')}
          hint={t('roster.affiliationHint')}
          options={options(choices.affiliations)}
          required
          width="full"
        />
      </FormSection>
      <FormSection title={t('roster.group.unit')}>
        <TextField name="unitName" label={t('roster.unit')} hint={t('roster.unitHint')} required />
        <ChoiceField
          name="industry"
          label={t('roster.industry')}
          hint={t('roster.industryHint')}
          options={options(choices.industries)}
          required
        />
        <ChoiceField name="divisionCode" label={t('roster.division')} options={options(choices.divisions)} required />
        <ChoiceField name="bodyId" label={t('roster.body')} options={options(choices.bodies)} required />
      </FormSection>
      <FormSection title={t('roster.group.contact')}>
        <TextField name="address" label={t('roster.address')} width="full" />
        <TextField name="legalRepresentative" label={t('roster.legalRepresentative')} />
        <TextField name="contactName" label={t('roster.contactName')} />
        <TextField name="contactPhone" label={t('roster.contactPhone')} type="tel" />
      </FormSection>
      <FormSection title={t('roster.group.reason')}>
        <LongTextField
          name="reason"
          label={t('roster.reason')}
          hint={t('roster.reasonHint')}
          limit={500}
          rows={2}
          required
        />
      </FormSection>
    </>
  );
};
