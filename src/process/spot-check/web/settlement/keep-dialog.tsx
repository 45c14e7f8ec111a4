import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { proposedAct } from '../../domain/official-wording.ts';
import type { KeepableStratum } from '../../settlement.contract.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { settlementClient } from '../spot-check-client.ts';

/** The act in words, with what the samples of the chosen strata say against it. */
export const KeepDialog = (props: {
  readonly campaignId: string;
  readonly strata: readonly KeepableStratum[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const { strata, onClose } = props;
  const sum = (of: (row: KeepableStratum) => number) => strata.reduce((total, row) => total + of(row), 0);
  const count = sum(({ open }) => open);
  const pending = sum(({ drawn, confirmed }) => drawn - confirmed);
  const changed = sum((row) => row.changed);
  const keep = useCommand(settlementClient.keepReviewed);
  const form = useForm({
    initial: { act: proposedAct(strata) },
    submit: async ({ act }) => {
      const done = await keep.run({
        params: { campaignId: props.campaignId },
        body: { act, strata: strata.map(({ drawId, stratum, open }) => ({ drawId, stratum, open })) },
      });
      announce(t('kept.done', { count: done.kept }));
      props.onDone();
      onClose();
    },
  });
  return (
    <Dialog title={t('kept.act.title', { count })} shape="wide" onClose={onClose}>
      <div style={{ display: 'grid', gap: 12 }}>
        {pending > 0 && <Notice wrong>{t('kept.act.pending', { count: pending })}</Notice>}
        {changed > 0 && <Notice wrong>{t('kept.act.changed', { count: changed })}</Notice>}
        <p>{t('kept.act.first', { count })}</p>
        <FormBody
          form={form}
          submitLabel={t('kept.act')}
          beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
        >
          <div className="ui-form-fields">
            <LongTextField name="act" label={t('kept.act.text')} hint={t('kept.act.hint')} limit={1000} required />
          </div>
        </FormBody>
      </div>
    </Dialog>
  );
};
