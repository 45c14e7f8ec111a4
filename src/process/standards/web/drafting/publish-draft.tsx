import { useState } from 'react';
import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { CheckField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { fieldName } from '../../difference-words.ts';
import { openDraft } from '../../domain/draft-editing.ts';
import { draftingTexts } from '../../drafting.text.ts';
import { ChangesTable } from './changes-table.tsx';
import { type DraftRecord, draftingClient, editionHref, type Publication } from './drafting-client.ts';
import { memberName } from './editor/fault-panel.tsx';
import { placeOf } from './editor/fault-place.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';

/** 发布: what it would change, what stands against it, and the act itself. */
export const PublishDraft = ({ record }: { readonly record: DraftRecord }) => {
  const t = useText(draftingTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('drafting.publish')}
      </Button>
      {open && (
        <Dialog
          title={t('drafting.publish.title', { title: record.title })}
          shape="wide"
          onClose={() => setOpen(false)}
        >
          <Asked record={record} />
        </Dialog>
      )}
    </>
  );
};

const Asked = ({ record }: { readonly record: DraftRecord }) => {
  const read = useRead(draftingClient.publication, { params: { draftId: record.draftId } });
  return <Answered read={read}>{(publication) => <Publishing record={record} publication={publication} />}</Answered>;
};

const Publishing = ({ record, publication }: { readonly record: DraftRecord; readonly publication: Publication }) => {
  const t = useText(draftingTexts);
  const faultText = useFaultText();
  const { replaces, changes, faults, refusal } = publication;
  return (
    <div className="drafting-publish">
      <ul className="drafting-consequences">
        <li>{t('drafting.publish.first', { industry: record.industryName })}</li>
        <li>
          {replaces ? t('drafting.publish.second', { title: replaces.title }) : t('drafting.publish.second-none')}
        </li>
        <li>{t('drafting.publish.third')}</li>
        <li>{t('drafting.publish.fourth', { who: record.changedBy })}</li>
      </ul>
      {changes && <ChangesTable changes={changes} against={t('drafting.changes.in-force')} />}
      {faults.length > 0 ? (
        <FaultsAgainst record={record} faults={faults} />
      ) : refusal !== null ? (
        <Notice wrong>{faultText.issue({ path: '', code: refusal.code, params: refusal.params })}</Notice>
      ) : (
        <PublishForm record={record} publication={publication} />
      )}
    </div>
  );
};

const FaultsAgainst = ({
  record,
  faults,
}: {
  readonly record: DraftRecord;
  readonly faults: Publication['faults'];
}) => {
  const t = useText(draftingTexts);
  const comparison = useText(comparisonTexts);
  const faultText = useFaultText();
  const { draft } = openDraft(record.content, () => '');
  return (
    <Notice wrong>
      <b>{t('drafting.publish.faults', { count: faults.length, who: record.changedBy })}</b>
      <ul className="drafting-faults">
        {faults.slice(0, 50).map((fault) => {
          const place = placeOf(draft, fault.path);
          return (
            <li key={`${fault.path} ${fault.code}`}>
              <b>
                {memberName(draft, place, t)}
                {place.field !== '' && ` · ${fieldName(place.field, comparison)}`}
              </b>{' '}
              {faultText.issue(fault)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
};

const PublishForm = ({ record, publication }: { readonly record: DraftRecord; readonly publication: Publication }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const command = useCommand(draftingClient.publishDraft);
  const form = useForm({
    initial: { confirmation: '', acceptsNewer: false },
    submit: async (given) => {
      const { hash } = await command.run({
        params: { draftId: record.draftId },
        body: { ...given, baseVersion: publication.version },
      });
      announce(t('drafting.publish.done', { title: record.title }));
      go(editionHref(hash));
    },
  });
  return (
    <FormBody form={form as never} submitLabel={t('drafting.publish')}>
      {publication.outdated && <CheckField name="acceptsNewer" label={t('drafting.publish.outdated')} required />}
      <TypedConfirmation expected={publication.confirmation} />
    </FormBody>
  );
};
