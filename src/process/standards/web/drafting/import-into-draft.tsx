import { useState } from 'react';
import { useGo } from '#platform/ui/address.tsx';
import { randomId } from '#platform/ui/api/random-id.ts';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { draftingClient, importHref } from './drafting-client.ts';
import { workbookLimits } from './workbook-limits.ts';

/** Uploads a workbook that would replace the content of the draft, and leads to what it would change. */
export const ImportIntoDraft = ({ draftId }: { readonly draftId: string }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('drafting.list.import')}
      </Button>
      {open && (
        <Dialog title={t('drafting.import.into')} onClose={() => setOpen(false)}>
          <p>{t('drafting.import.into-intro')}</p>
          <FileUpload
            limits={workbookLimits}
            upload={async (file, call) => {
              const { importId } = await draftingClient.previewDraftWorkbook(
                { params: { draftId }, body: formWith(file) },
                { ...call, key: randomId() },
              );
              go(importHref(importId));
            }}
          />
        </Dialog>
      )}
    </>
  );
};
