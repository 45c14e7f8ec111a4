import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { DayField, LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { campaignContract } from '../campaign.contract.ts';
import { campaignTexts } from '../campaign.text.ts';
import { type Campaign, campaignClient } from './clients.ts';
import type { Editing } from './dates-row.ts';
import { useScopeText } from './scope-text.ts';

interface Props {
  readonly campaign: Campaign;
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** New dates for a row, or a new row for a body or an industry; always with a reason. */
export const DatesDialog = ({ campaign, editing, onClose }: Props) => {
  const t = useText(campaignTexts);
  const ui = useUiText();
  const scope = useScopeText(campaign);
  const { run } = useCommand(campaignClient.changePhaseDates);
  const { row, phase } = editing;
  const general = campaign.dates.find((one) => one.phase === phase && one.bodyId === '*' && one.industry === '*');
  const shown = row ?? general;
  const form = useForm({
    initial: {
      phase,
      bodyId: row?.bodyId ?? '*',
      industry: row?.industry ?? '*',
      dates: { startsOn: shown?.startsOn ?? campaign.startsOn, endsOn: shown?.endsOn ?? campaign.endsOn },
      base: row && { startsOn: row.startsOn, endsOn: row.endsOn },
      reason: '',
    },
    schema: campaignContract.changePhaseDates.body,
    submit: async (body) => {
      // A new row for a scope that has one already is a change of that one, against what the page showed of it.
      const there = campaign.dates.find(
        (one) => one.phase === phase && one.bodyId === body.bodyId && one.industry === body.industry,
      );
      const base = there ? { startsOn: there.startsOn, endsOn: there.endsOn } : null;
      await run({ params: { campaignId: campaign.campaignId }, body: { ...body, base } });
      announce(t('campaign.changed'));
      onClose();
    },
  });
  const title = ui('text.pair', {
    label: row ? t('campaign.changeDates') : t('campaign.addException'),
    value: scope.phase(phase),
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={ui('action.save')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        {row ? (
          <p>{ui('text.pair', { label: t('campaign.scope'), value: scope.scope(row) })}</p>
        ) : (
          <>
            <ChoiceField
              name="bodyId"
              label={t('campaign.body')}
              required
              options={[
                { value: '*', label: t('campaign.everyBody') },
                ...campaign.bodies.map((body) => ({ value: body.bodyId, label: body.short })),
              ]}
            />
            <ChoiceField
              name="industry"
              label={t('campaign.industry')}
              required
              options={[
                { value: '*', label: t('campaign.everyIndustry') },
                ...campaign.editions.map((one) => ({ value: one.industry, label: one.industryName })),
              ]}
            />
          </>
        )}
        <DayField
          name="dates.startsOn"
          label={t('campaign.from')}
          min={campaign.startsOn}
          max={campaign.endsOn}
          required
        />
        <DayField name="dates.endsOn" label={t('campaign.to')} min={campaign.startsOn} max={campaign.endsOn} required />
        <LongTextField
          name="reason"
          label={t('campaign.reason')}
          hint={t('campaign.reasonHint')}
          limit={500}
          rows={2}
          required
        />
      </FormBody>
    </Dialog>
  );
};
