import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { resubmissionTexts } from '../../resubmission.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { resubmissionClient } from './changes-client.ts';
import { ChangesView } from './changes-view.tsx';
import { CorrectionNote } from './correction-note.tsx';

/** On the check page of a declaration that was handed in before: what is different, and the note on the correction. */
export const WorkingChanges = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(resubmissionTexts);
  const { declarationId, returned, actions } = declaration;
  const read = useRead(resubmissionClient.workingChanges, { params: { declarationId } });
  return (
    <section className="ui-panel" id="correction">
      <h2>{t('resubmission.title')}</h2>
      <Answered read={read}>
        {(changes) => (
          <div className="check-text">
            <ChangesView
              changes={changes}
              returned={returned?.byRevision ? [] : returned?.items}
              itemHref={declarationHref(declarationId).item}
            />
            {returned && !returned.byRevision && actions.includes('save') && (
              <CorrectionNote declarationId={declarationId} note={changes.note} />
            )}
          </div>
        )}
      </Answered>
    </section>
  );
};
