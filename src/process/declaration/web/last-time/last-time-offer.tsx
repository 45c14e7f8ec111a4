import { announce } from '#platform/ui/announce.tsx';
import { createClient } from '#platform/ui/api/client.ts';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { lastTimeContract } from '../../last-time.contract.ts';
import { sheetTexts } from '../../sheet.text.ts';
import './last-time.css';

const client = createClient(lastTimeContract);

/** Offers to copy the answers of last time after a preview, then says how many wait to be confirmed. */
export const LastTimeOffer = ({
  declaration,
  drafts,
}: {
  readonly declaration: Declaration;
  readonly drafts: DraftItems;
}) => {
  const t = useText(sheetTexts);
  const { declarationId, version } = declaration;
  const params = { declarationId };
  const { data } = useRead(client.lastTime, { params });
  const copy = useCommand(client.copyLastTime);
  const last = data?.last;
  const waiting = Object.values(drafts).filter(({ answer, was }) => answer === null && was?.last).length;
  if (waiting > 0) return <Notice>{t('sheet.last.waiting', { count: waiting })}</Notice>;
  if (!last || last.report.same + last.report.changed === 0) return null;
  const { same, changed, leftAlone, fresh, gone } = last.report;
  return (
    <Notice>
      <div className="ui-row">
        <span className="ui-spread">
          {t('sheet.last.offer', {
            campaign: last.campaignName,
            printed: last.printed,
            class: last.className ?? '',
          })}
        </span>
        <ConfirmAction
          small
          label={t('sheet.last.copy')}
          consequences={[
            t('sheet.last.copy.first', { same }),
            ...(changed > 0 ? [t('sheet.last.copy.changed', { changed })] : []),
            ...(leftAlone + fresh + gone > 0 ? [t('sheet.last.copy.left', { count: leftAlone, fresh, gone })] : []),
            t('sheet.last.copy.last'),
          ]}
          onConfirm={async () => {
            const done = await copy.run({ params, body: { baseVersion: version } });
            announce(t('sheet.last.copied', { count: done.report.same + done.report.changed }));
          }}
        />
      </div>
    </Notice>
  );
};
