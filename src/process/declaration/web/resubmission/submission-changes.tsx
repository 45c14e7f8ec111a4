import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { resubmissionTexts } from '../../resubmission.text.ts';
import { resubmissionClient } from './changes-client.ts';
import { ChangesView } from './changes-view.tsx';
import '../declaration.css';

interface Props {
  readonly submissionId: string;
  /** What was to be corrected, where the reader knows it. */
  readonly returned?: readonly { readonly itemId: string; readonly comment: string }[];
}

/** What a submission says otherwise than the one before it, with the enterprise's note; for its readers. */
export const SubmissionChanges = ({ submissionId, returned }: Props) => {
  const t = useText(resubmissionTexts);
  const ui = useUiText();
  const read = useRead(resubmissionClient.submissionChanges, { params: { submissionId } });
  return (
    <Answered read={read}>
      {(changes) => (
        <div className="check-text">
          {changes.note !== '' && (
            <p>
              <b>
                {t('resubmission.note')}
                {ui('text.colon')}
              </b>
              {changes.note}
            </p>
          )}
          <ChangesView changes={changes} returned={returned} />
        </div>
      )}
    </Answered>
  );
};
