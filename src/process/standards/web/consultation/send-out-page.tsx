import { useSyncExternalStore } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useConfirmation } from '#platform/ui/confirmation.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Field } from '#platform/ui/form/field.tsx';
import { LongTextField, NumberField } from '#platform/ui/form/fields.tsx';
import { FormBody, FormSection } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { type AddresseeGroup, addresseeGroups } from '../../domain/consultation.ts';
import { consultationClient } from './consultation-client.ts';

type Plan = ResultOf<typeof consultationContract.consultationPlan>;

/** 发出征求意见: whom, how long, with which note. */
export const SendOutPage = () => {
  const { draftId } = usePathParams<'draftId'>();
  return (
    <Answered read={useRead(consultationClient.consultationPlan, { params: { draftId } })}>
      {(plan) => <SendOut key={plan.version} draftId={draftId} plan={plan} />}
    </Answered>
  );
};

const SendOut = ({ draftId, plan }: { readonly draftId: string; readonly plan: Plan }) => {
  const t = useText(consultationTexts);
  const hindered = plan.faultCount > 0 || plan.open !== null;
  return (
    <div className="ui-page">
      <PageHead
        title={t('consultation.new.title')}
        crumbs={[
          { label: t('consultation.list.title'), href: '/consultations' },
          { label: t('consultation.new.of', { title: plan.title }), href: `/standards/drafts/${draftId}` },
        ]}
      />
      {plan.faultCount > 0 && (
        <Notice wrong>
          <p>{t('consultation.new.unreadable', { count: plan.faultCount })}</p>
          <LinkButton href={`/standards/drafts/${draftId}`} look="link">
            {t('consultation.new.to-draft')}
          </LinkButton>
        </Notice>
      )}
      {plan.open !== null && (
        <Notice>
          <p>{t('consultation.new.open', { closesOn: plan.open.closesOn })}</p>
          <LinkButton href={`/consultations/${plan.open.consultationId}`} look="link">
            {t('consultation.new.to-open')}
          </LinkButton>
        </Notice>
      )}
      {!hindered && <PlanForm draftId={draftId} plan={plan} />}
    </div>
  );
};

const PlanForm = ({ draftId, plan }: { readonly draftId: string; readonly plan: Plan }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const go = useGo();
  const today = useToday();
  const { run } = useCommand(consultationClient.sendOut);
  const { ask, dialog } = useConfirmation();
  const { window, lastDays, against } = plan;
  const closesOn = (days: unknown): string | undefined =>
    typeof days === 'number' && Number.isInteger(days) ? lastDays[days - window.least] : undefined;
  const form = useForm({
    initial: {
      baseVersion: plan.version,
      addressees: ['bodies', 'experts', 'enterprises'] as AddresseeGroup[],
      workingDays: window.usual as number,
      note: plan.proposedNote,
    },
    schema: consultationContract.sendOut.body,
    submit: async (body) => {
      const day = closesOn(body.workingDays);
      if (day !== undefined) {
        const whom = body.addressees.map((group) =>
          t(group === 'public' ? 'consultation.group-short.public' : `consultation.group.${group}`),
        );
        const consequences = [
          t('consultation.new.effect-frozen'),
          t('consultation.new.effect-whom', { whom: whom.join(t('consultation.separator')) }),
          t('consultation.new.effect-until', { day: formatDay(plainDate(day), today, ui) }),
          ...(body.addressees.includes('public') ? [t('consultation.new.effect-public')] : []),
        ];
        if (!(await ask({ label: t('consultation.new.submit'), consequences }))) return;
      }
      const { consultationId, number } = await run({ params: { draftId }, body });
      announce(t('consultation.new.done', { number }));
      go(`/consultations/${consultationId}`, { replace: true });
    },
  });
  const days = useSyncExternalStore(form.subscribe, () => form.values().workingDays);
  const last = closesOn(days);
  const inRange = typeof days === 'number' && days >= window.least && days <= window.most;
  return (
    <>
      <FormBody form={form} submitLabel={t('consultation.new.submit')}>
        <section className="ui-panel">
          <Facts
            facts={[
              { label: t('consultation.record.draft'), value: t('consultation.new.of', { title: plan.title }) },
              { label: t('consultation.column.industry'), value: plan.industryName },
              {
                label: t('consultation.new.against'),
                value:
                  against === null ? (
                    t('consultation.new.against-none')
                  ) : (
                    <>
                      {against.title}{' '}
                      <LinkButton
                        look="link"
                        href={`/standards/compare?before=edition:${against.hash}&after=draft:${draftId}`}
                      >
                        {t('consultation.new.compare')}
                      </LinkButton>
                    </>
                  ),
                wide: true,
              },
            ]}
          />
        </section>
        <FormSection title={t('consultation.new.whom')}>
          <Addressees plan={plan} />
        </FormSection>
        <FormSection title={t('consultation.new.how-long')}>
          <NumberField
            name="workingDays"
            label={t('consultation.new.days')}
            unit={t('consultation.new.days-unit')}
            hint={t('consultation.new.days-hint', { min: window.least, max: window.most })}
            required
          />
          {last !== undefined && <LastDay on={last} />}
          {inRange && last === undefined && <Notice wrong>{t('consultation.new.no-calendar')}</Notice>}
        </FormSection>
        <FormSection title={t('consultation.new.letter')}>
          <LongTextField
            name="note"
            label={t('consultation.new.note')}
            hint={t('consultation.new.note-hint')}
            limit={4000}
            rows={6}
            required
          />
        </FormSection>
      </FormBody>
      {dialog}
    </>
  );
};

const LastDay = ({ on }: { readonly on: string }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const today = useToday();
  return <p role="status">{t('consultation.new.closes', { day: formatDay(plainDate(on), today, ui) })}</p>;
};

const Addressees = ({ plan }: { readonly plan: Plan }) => {
  const t = useText(consultationTexts);
  return (
    <Field name="addressees" label={t('consultation.new.addressees')} group required width="full">
      {({ value, set, control: { id, ...control } }) => {
        const chosen = value as readonly AddresseeGroup[];
        return (
          <div className="ui-choices">
            {addresseeGroups.map((group, at) => (
              <label key={group} className="ui-choice">
                <input
                  {...control}
                  id={at === 0 ? id : undefined}
                  type="checkbox"
                  checked={chosen.includes(group)}
                  onChange={(event) =>
                    set(addresseeGroups.filter((one) => (one === group ? event.target.checked : chosen.includes(one))))
                  }
                />
                {t(`consultation.group.${group}`)}
                {group !== 'public' && (
                  <span className="ui-soft">{t(`consultation.new.reach.${group}`, { count: plan.reach[group] })}</span>
                )}
              </label>
            ))}
          </div>
        );
      }}
    </Field>
  );
};
