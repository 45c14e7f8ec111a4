import { useHasRole } from '#parties/people/web/session.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { campaignTexts } from '../../campaign.text.ts';

/** What the pages of the roster show before there is a campaign. */
export const NoCampaign = () => {
  const t = useText(campaignTexts);
  const mayOpen = useHasRole('city-office');
  return (
    <div className="ui-page">
      <PageHead title={t('roster.title')} />
      <section className="ui-panel ui-empty">
        <p>{t('roster.noCampaign')}</p>
        {mayOpen && (
          <LinkButton href="/campaigns/new" look="primary">
            {t('campaign.open')}
          </LinkButton>
        )}
      </section>
    </div>
  );
};
