import { Link } from '#platform/ui/address.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { itemName } from '#process/standards/edition-words.ts';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { answerText } from '../sheet/answer-text.ts';
import { draftsOf } from '../use-progress.ts';
import { openRevised } from './open-revised.ts';
import './revision.css';

type Revision = NonNullable<Declaration['revision']>;

/** What a 标准修订 did to the declaration, and what is left to do about it. */
export const RevisionNotice = (props: { readonly declaration: Declaration; readonly revision: Revision }) => {
  const t = useText(declarationTexts);
  const { declaration, revision } = props;
  const { from, to, outcome } = revision;
  const href = declarationHref(declaration.declarationId);
  const open = openRevised(revision, draftsOf(declaration));
  const left = open.toConfirm.length + open.fresh.length;
  const editable = declaration.actions.includes('save');
  const compare = `/standards/compare?industry=${declaration.register.industry}&before=edition:${from.hash}&after=edition:${to.hash}`;
  return (
    <Notice>
      <b>{t('declaration.revision.title', { title: to.title, day: to.publishedOn })}</b>
      <p>{t('declaration.revision.reason', { reason: revision.reason })}</p>
      {outcome === 'switched' && <p>{t('declaration.revision.switched')}</p>}
      {outcome === 'resubmitted' && <p>{t('declaration.revision.resubmitted', { count: revision.kept })}</p>}
      {(outcome === 'carried' || outcome === 'returned') && (
        <p>
          {t('declaration.revision.counts', {
            kept: revision.kept,
            confirm: revision.toConfirm.length,
            fresh: revision.fresh.length,
            dropped: revision.dropped.length,
          })}{' '}
          {editable &&
            (left === 0
              ? t('declaration.revision.done')
              : t('declaration.revision.left', { confirm: open.toConfirm.length, fresh: open.fresh.length }))}
        </p>
      )}
      {declaration.returned?.byRevision && (
        <p>{t('declaration.revision.due', { dueOn: declaration.returned.dueOn })}</p>
      )}
      {revision.dropped.length > 0 && <Dropped revision={revision} />}
      <div className="ui-row">
        {editable && left > 0 && (
          <LinkButton small href={href.revised}>
            {t('declaration.revision.to-items', { count: left })}
          </LinkButton>
        )}
        <Link href={compare}>{t('declaration.revision.compare')}</Link>
      </div>
    </Notice>
  );
};

/** Answers to items that the standard no longer has, so that nothing is lost unseen. */
const Dropped = ({ revision }: { readonly revision: Revision }) => {
  const t = useText(declarationTexts);
  const { loaded } = useEdition(revision.from.hash);
  if (!loaded) return null;
  const items = new Map(loaded.edition.items.map((item) => [item.id, item]));
  return (
    <details>
      <summary>{t('declaration.revision.dropped', { count: revision.dropped.length })}</summary>
      <ul className="revision-dropped">
        {revision.dropped.map(({ itemId, answer, comment }) => {
          const item = items.get(itemId);
          return (
            <li key={itemId}>
              {item ? itemName(item) : itemId} <b>{answerText(answer, loaded.edition, t)}</b> {comment}
            </li>
          );
        })}
      </ul>
    </details>
  );
};
