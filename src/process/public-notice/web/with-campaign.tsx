import type { ReactNode } from 'react';
import { useHasRole } from '#parties/people/web/session.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { useCampaignId } from '#process/campaign/web/clients.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';

/** A page about a campaign, or what it shows before there is one. */
export const WithCampaign = (props: {
  readonly title: string;
  readonly children: (campaignId: string) => ReactNode;
}) => {
  const t = useText(publicNoticeTexts);
  const mayOpen = useHasRole('city-office');
  const campaignId = useCampaignId();
  if (campaignId !== null) return <>{props.children(campaignId)}</>;
  return (
    <div className="ui-page">
      <PageHead title={props.title} />
      <section className="ui-panel ui-empty">
        <p>{t('notice.no-campaign')}</p>
        {mayOpen && <LinkButton href="/campaigns">{t('notice.to-campaigns')}</LinkButton>}
      </section>
    </div>
  );
};
