import { useState, useSyncExternalStore } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { DayField, LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { useCodeText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day, Time, useToday } from '#platform/ui/time/time.tsx';
import { documentName } from '../domain/fact-document.ts';
import { documentRule, isFromOtherAuthority } from '../domain/fact-kinds.ts';
import { enterprisesContract } from '../enterprises.contract.ts';
import { enterprisesTexts } from '../enterprises.text.ts';
import './supervision.css';

const client = createClient(enterprisesContract);
type Record = ResultOf<typeof enterprisesContract.supervisionFacts>;

/** Name of a kind of fact: its wording, else the title of the gate that counts it. */
const useKindText = (kinds: Record['kinds']) => {
  const code = useCodeText();
  return (kind: string): string =>
    code(`supervision.kind.${kind}`) ?? kinds.find((one) => one.kind === kind)?.title ?? kind;
};

/** 日常监管情况 of a unit: what was recorded, and for those who may the act of recording. Stands in a panel of its page. */
export const SupervisionFacts = ({ unitId }: { readonly unitId: string }) => {
  const read = useRead(client.supervisionFacts, { params: { unitId } });
  return <Answered read={read}>{(record) => <Facts unitId={unitId} record={record} />}</Answered>;
};

const Facts = ({ unitId, record }: { readonly unitId: string; readonly record: Record }) => {
  const t = useText(enterprisesTexts);
  const ui = useUiText();
  const kindText = useKindText(record.kinds);
  const [recording, setRecording] = useState(false);
  const counted = (kind: string) => record.kinds.some((one) => one.kind === kind && one.counted);
  return (
    <div className="supervision">
      {record.rows.length === 0 ? (
        <p className="ui-soft">{t('supervision.empty')}</p>
      ) : (
        <DataTable
          label={t('supervision.title')}
          columns={[
            { key: 'kind', title: t('supervision.kind'), render: (row) => kindText(row.fact) },
            { key: 'date', title: t('supervision.happenedOn'), render: (row) => <Day on={row.date} /> },
            { key: 'note', title: t('supervision.note'), render: (row) => row.note },
            { key: 'document', title: t('supervision.document'), render: documentName },
            {
              key: 'counted',
              title: t('supervision.counted'),
              render: (row) => ui(counted(row.fact) ? 'state.yes' : 'state.no'),
            },
            {
              key: 'by',
              title: t('supervision.recordedBy'),
              render: (row) => (
                <>
                  {row.recordedByName} <Time at={row.recordedAt} />
                </>
              ),
            },
          ]}
          rows={record.rows}
          rowKey={(row) => row.factId}
        />
      )}
      {record.mayRecord && (
        <p>
          <Button small onClick={() => setRecording(true)} aria-haspopup="dialog">
            {t('supervision.record')}
          </Button>
        </p>
      )}
      {recording && <RecordDialog unitId={unitId} record={record} onClose={() => setRecording(false)} />}
    </div>
  );
};

const RecordDialog = (props: { readonly unitId: string; readonly record: Record; readonly onClose: () => void }) => {
  const { unitId, record, onClose } = props;
  const t = useText(enterprisesTexts);
  const ui = useUiText();
  const today = useToday();
  const kindText = useKindText(record.kinds);
  const { run } = useCommand(client.recordFact);
  const form = useForm({
    initial: { kind: '', happenedOn: null as string | null, note: '', documentNumber: '', issuingBody: '' },
    schema: enterprisesContract.recordFact.body,
    submit: async (values) => {
      const hidden = documentRule(values.kind) === 'none' ? { documentNumber: '', issuingBody: '' } : {};
      await run({ params: { unitId }, body: { ...values, ...hidden, happenedOn: values.happenedOn ?? '' } });
      announce(t('supervision.saved'));
      onClose();
    },
  });
  // A choice that was cleared is null.
  const kind = useSyncExternalStore(form.subscribe, () => form.values().kind) as string | null;
  const rule = kind ? documentRule(kind) : 'none';
  // Which grade of the other authority is meant, only the gate says.
  const meant = kind && isFromOtherAuthority(kind) && record.kinds.find((one) => one.kind === kind)?.title;
  const options = record.kinds.map(({ kind: value, counted }) => ({
    value,
    label: counted ? ui('text.unit', { title: kindText(value), unit: t('supervision.counted') }) : kindText(value),
  }));
  return (
    <Dialog title={t('supervision.record')} onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('supervision.save')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <ChoiceField
          name="kind"
          label={t('supervision.kind')}
          hint={meant || t('supervision.countedHint')}
          placeholder={t('supervision.choose')}
          options={options}
          required
        />
        <DayField name="happenedOn" label={t('supervision.happenedOn')} max={today} required />
        {rule !== 'none' && (
          <>
            <TextField
              name="issuingBody"
              label={t('supervision.issuingBody')}
              hint={rule === 'required' && t('supervision.issuingBodyHint')}
              required={rule === 'required'}
            />
            <TextField
              name="documentNumber"
              label={t('supervision.documentNumber')}
              hint={t('supervision.documentNumberHint')}
              required={rule === 'required'}
            />
          </>
        )}
        <LongTextField
          name="note"
          label={t('supervision.note')}
          hint={t('supervision.noteHint')}
          limit={500}
          rows={3}
        />
        <p className="ui-soft">{t('supervision.consequence')}</p>
      </FormBody>
    </Dialog>
  );
};
