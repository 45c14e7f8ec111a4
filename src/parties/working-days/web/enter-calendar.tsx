import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { workingDaysTexts } from '../working-days.text.ts';
import { CalendarPreview } from './calendar-preview.tsx';
import { type Preview, workingDaysClient, type Year } from './client.ts';

/** Bytes, as the server reads calendars. */
const LIMITS = { endings: ['.xlsx', '.csv'], maxBytes: 1_048_576 };
const EXAMPLE = '日期\t类型\n2027-01-01\t放假\n2027-10-09\t调休上班';

/** Reads a table from a file or from the clipboard, shows what it says, and enters it. */
export const EnterCalendar = ({ years }: { readonly years: readonly Year[] }) => {
  const t = useText(workingDaysTexts);
  const faults = useFaultText();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [reading, setReading] = useState(false);

  const readText = async () => {
    setReading(true);
    setFault(null);
    try {
      const file = new File([text], 'table.csv', { type: 'text/csv' });
      setPreview(await workingDaysClient.previewCalendar({ body: formWith(file) }));
    } catch (thrown) {
      setFault(thrown);
    } finally {
      setReading(false);
    }
  };

  return (
    <section className="ui-panel">
      <h2>{t('working-days.enter')}</h2>
      <div className="working-days-enter">
        <p>{t('working-days.steps')}</p>
        <FileUpload
          label={t('working-days.upload')}
          limits={LIMITS}
          upload={async (file, call) =>
            setPreview(await workingDaysClient.previewCalendar({ body: formWith(file) }, call))
          }
        />
        <label>
          {t('working-days.paste')}
          <textarea
            className="ui-input"
            rows={6}
            placeholder={EXAMPLE}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className="ui-row">
          <Button disabled={text.trim() === ''} pending={reading} onClick={() => void readText()}>
            {t('working-days.read')}
          </Button>
        </div>
        {fault !== null && <Notice wrong>{faults.fault(fault)}</Notice>}
        {preview && (
          <CalendarPreview
            key={JSON.stringify(preview)}
            preview={preview}
            current={years.find(({ year }) => year === preview.year)}
            onDone={() => {
              setPreview(null);
              setText('');
            }}
          />
        )}
      </div>
    </section>
  );
};
