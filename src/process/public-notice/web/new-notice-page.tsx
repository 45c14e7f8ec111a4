import { useMemo, useSyncExternalStore } from 'react';
import { type PlainDate, plainDate } from '#lib/plain-date.ts';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useConfirmation } from '#platform/ui/confirmation.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { LongTextField, NumberField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody, FormSection } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { Day } from '#platform/ui/time/time.tsx';
import type { WorkingCalendar } from '#support/calendar/domain/working-days.ts';
import { windowOf } from '../domain/window.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { ChooseRows, type Publishable } from './choose-rows.tsx';
import { publicNoticeClient } from './public-notice-client.ts';
import { WindowWhy } from './window-why.tsx';
import { WithCampaign } from './with-campaign.tsx';

/** 拟公示: choose units, word the notice, see the last day, publish. */
export const NewNoticePage = () => {
  const t = useText(publicNoticeTexts);
  return (
    <WithCampaign title={t('notice.new.title')}>
      {(campaignId) => <Loaded key={campaignId} campaignId={campaignId} />}
    </WithCampaign>
  );
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => (
  <Answered read={useRead(publicNoticeClient.publishable, { params: { campaignId } })}>
    {(publishable) => <NewNotice campaignId={campaignId} publishable={publishable} />}
  </Answered>
);

const NewNotice = ({ campaignId, publishable }: { readonly campaignId: string; readonly publishable: Publishable }) => {
  const t = useText(publicNoticeTexts);
  const go = useGo();
  const { run } = useCommand(publicNoticeClient.publishNotice);
  const { ask, dialog } = useConfirmation();
  const ui = useUiText();
  const { workingDays, proposed, today } = publishable;
  const calendar = publishable.calendar as unknown as WorkingCalendar;
  const form = useForm({
    initial: { ...proposed, workingDays: workingDays.value, subjectIds: publishable.rows.map((row) => row.subjectId) },
    schema: publicNoticeContract.publishNotice.body,
    submit: async (body) => {
      const window = windowOf(calendar, plainDate(today), body.workingDays);
      const allowed = body.workingDays >= workingDays.min && body.workingDays <= workingDays.max;
      if (window.ok && allowed) {
        const day = (on: PlainDate) => formatDay(on, plainDate(today), ui);
        const dates = { days: body.workingDays, from: day(plainDate(today)), closes: day(window.value.closesOn) };
        const consequences = [
          t('notice.new.effect-publish', { title: body.title, count: body.subjectIds.length }),
          t('notice.new.effect-window', dates),
          t('notice.new.effect-frozen'),
          t('notice.new.effect-after'),
        ];
        if (!(await ask({ label: t('notice.new.submit'), consequences }))) return;
      }
      // What cannot be published the server refuses, and its words appear at the field or on top of the form.
      const { noticeId, number } = await run({ params: { campaignId }, body });
      announce(t('notice.new.done', { number }));
      go(`/notices/${noticeId}`, { replace: true });
    },
  });
  const days = useSyncExternalStore(form.subscribe, () => form.values().workingDays);
  const window = useMemo(
    () => (Number.isInteger(days) && days > 0 && days <= 365 ? windowOf(calendar, plainDate(today), days) : null),
    [calendar, today, days],
  );
  const crumbs = [{ label: t('notice.list.title'), href: '/notices' }];
  if (publishable.rows.length === 0) {
    return (
      <div className="ui-page">
        <PageHead title={t('notice.new.title')} crumbs={crumbs} />
        <section className="ui-panel ui-empty">
          <p>{t('notice.new.none')}</p>
          <LinkButton href="/">{t('notice.new.to-home')}</LinkButton>
        </section>
      </div>
    );
  }
  return (
    <div className="ui-page">
      <PageHead title={t('notice.new.title')} crumbs={crumbs} />
      <FormBody form={form} submitLabel={t('notice.new.submit')}>
        <ChooseRows publishable={publishable} />
        <FormSection title={t('notice.new.content')}>
          <TextField name="title" label={t('notice.new.field-title')} required width="full" />
          <LongTextField
            name="introduction"
            label={t('notice.new.field-introduction')}
            hint={t('notice.new.introduction-hint')}
            limit={2000}
            rows={8}
            required
          />
        </FormSection>
        <FormSection title={t('notice.new.window')}>
          <NumberField
            name="workingDays"
            label={t('notice.new.field-days')}
            unit={t('notice.new.unit-days')}
            hint={t('notice.new.days-hint', { min: workingDays.min, max: workingDays.max, basis: workingDays.basis })}
            required
          />
          {window?.ok && (
            <p>
              {t('notice.new.closes-before')}
              <b>
                <Day on={window.value.closesOn} />
              </b>
              {t('notice.new.closes-after')}{' '}
              <WindowWhy window={window.value} workingDays={days} sources={calendar.years as never} />
            </p>
          )}
          {window && !window.ok && (
            <Notice wrong>{t('notice.new.no-calendar', { year: String(window.error.params?.year ?? '') })}</Notice>
          )}
        </FormSection>
      </FormBody>
      {dialog}
    </div>
  );
};
