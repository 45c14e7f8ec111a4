import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { LongTextField, NumberField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody, FormSection } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import type { WorkingCalendar } from '#support/calendar/domain/working-days.ts';
import { windowOf } from '../domain/window.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { ChooseRows, type Publishable } from './choose-rows.tsx';
import { publicNoticeClient } from './public-notice-client.ts';
import { PublishDialog, type Publishing } from './publish-dialog.tsx';
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

/** Asks before the irreversible: the form waits until the person has confirmed or gone back. */
const useConfirmation = () => {
  const [asking, setAsking] = useState<Publishing | null>(null);
  const answer = useRef<(confirmed: boolean) => void>(() => undefined);
  return {
    asking,
    ask: (publishing: Publishing) =>
      new Promise<boolean>((resolve) => {
        answer.current = resolve;
        setAsking(publishing);
      }),
    settle: (confirmed: boolean) => {
      setAsking(null);
      answer.current(confirmed);
    },
  };
};

const NewNotice = ({ campaignId, publishable }: { readonly campaignId: string; readonly publishable: Publishable }) => {
  const t = useText(publicNoticeTexts);
  const go = useGo();
  const { run } = useCommand(publicNoticeClient.publishNotice);
  const confirmation = useConfirmation();
  const { workingDays, proposed, today } = publishable;
  const calendar = publishable.calendar as unknown as WorkingCalendar;
  const form = useForm({
    initial: { ...proposed, workingDays: workingDays.value, subjectIds: publishable.rows.map((row) => row.subjectId) },
    schema: publicNoticeContract.publishNotice.body,
    submit: async (body) => {
      const window = windowOf(calendar, plainDate(today), body.workingDays);
      const { title } = body;
      if (window.ok) {
        const { closesOn } = window.value;
        const count = body.subjectIds.length;
        if (!(await confirmation.ask({ title, count, workingDays: body.workingDays, closesOn }))) return;
      }
      // Without a calendar the server refuses, and its words appear on top of the form.
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
            width="full"
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
      {confirmation.asking && (
        <PublishDialog
          publishing={confirmation.asking}
          pending={false}
          onPublish={() => confirmation.settle(true)}
          onClose={() => confirmation.settle(false)}
        />
      )}
    </div>
  );
};
