import { lazy, Suspense, useState } from 'react';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { About } from './remark-about.ts';
import { remarkActionTexts } from './remark-action.text.ts';

const RemarkDialog = lazy(async () => ({ default: (await import('./remark-dialog.tsx')).RemarkDialog }));

/**
 * 对本条有意见: lets everybody who works with an edition remark on an item of it, wherever the item is shown. Renders nothing for those
 * who only look on; asks the server for nothing before it is opened, so that a sheet can have one in every row.
 */
export const ItemRemark = ({
  editionHash,
  item,
  only,
}: About & {
  /** Only on screens of this kind, where the control has two places. */
  readonly only?: 'wide' | 'narrow';
}) => {
  const t = useText(remarkActionTexts);
  const mayRemark = useHasRole(...enterpriseRoles, 'reviewer', 'sign-off', 'expert');
  const [open, setOpen] = useState(false);
  if (!mayRemark) return null;
  return (
    <>
      <Button
        look="link"
        className={only === undefined ? 'ui-screen' : `ui-screen csl-only-${only}`}
        title={t('remark.action-title')}
        aria-label={t('remark.action-title')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('remark.action')}
      </Button>
      {open && (
        <Suspense>
          <RemarkDialog editionHash={editionHash} item={item} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
