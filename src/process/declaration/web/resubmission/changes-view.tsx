import { Link } from '#platform/ui/address.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { itemName } from '#process/standards/edition-words.ts';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import { declarationTexts } from '../../declaration.text.ts';
import type { Changes } from '../../resubmission.contract.ts';
import { resubmissionTexts } from '../../resubmission.text.ts';
import { submissionHref } from '../declaration-client.ts';
import { answerText } from '../sheet/answer-text.ts';
import { FieldChanges } from './field-changes.tsx';
import './changes.css';

interface Props {
  readonly changes: Changes;
  /** Items that were to be corrected, with what the reviewer wrote. */
  readonly returned?: readonly { readonly itemId: string; readonly comment: string }[];
  readonly itemHref?: (itemId: string) => string;
}

/** 与上次报送的差异: what is said otherwise, item by item, field by field; what was to be corrected stands first. */
export const ChangesView = (props: Props) => {
  const { loaded } = useEdition(props.changes.editionHash);
  return loaded ? <Shown {...props} loaded={loaded} /> : <Loading />;
};

const Shown = ({ changes, returned = [], itemHref, loaded }: Props & { readonly loaded: LoadedEdition }) => {
  const t = useText(resubmissionTexts);
  const { since, items, fields, report } = changes;
  if (since === null) return <p className="ui-soft">{t('resubmission.first')}</p>;
  const touched = new Set(items.map(({ itemId }) => itemId));
  const untouched = returned.filter(({ itemId }) => !touched.has(itemId));
  return (
    <div className="changes">
      <p>
        {t('resubmission.since', { nth: since.sequence })} <Time at={since.submittedAt} />{' '}
        <Link href={submissionHref(since.submissionId)}>{t('resubmission.read')}</Link>
      </p>
      <p>
        <b>
          {items.length + fields.length + report.length === 0
            ? t('resubmission.nothing')
            : t('resubmission.summary', { items: items.length, fields: fields.length, sections: report.length })}
        </b>
      </p>
      {untouched.length > 0 && (
        <div className="ui-wrong">
          <p>{t('resubmission.untouched', { count: untouched.length })}</p>
          <ul>
            {untouched.map(({ itemId, comment }) => (
              <li key={itemId}>
                <ItemName loaded={loaded} itemId={itemId} href={itemHref} /> {comment}
              </li>
            ))}
          </ul>
        </div>
      )}
      {items.length > 0 && <ItemChanges changes={changes} returned={returned} itemHref={itemHref} loaded={loaded} />}
      {fields.length > 0 && <FieldChanges fields={fields} edition={loaded.edition} />}
      {report.length > 0 && <p>{t('resubmission.report', { count: report.length })}</p>}
    </div>
  );
};

interface NameProps {
  readonly loaded: LoadedEdition;
  readonly itemId: string;
  readonly href: Props['itemHref'];
}

const ItemName = ({ loaded, itemId, href }: NameProps) => {
  const item = loaded.edition.items.find(({ id }) => id === itemId);
  const t = useText(resubmissionTexts);
  const name = item ? itemName(item) : t('resubmission.gone');
  return item && href ? <Link href={href(itemId)}>{name}</Link> : name;
};

type ItemChange = Changes['items'][number];

const ItemChanges = ({ changes, returned = [], itemHref, loaded }: Props & { readonly loaded: LoadedEdition }) => {
  const t = useText(resubmissionTexts);
  const asked = new Map(returned.map(({ itemId, comment }) => [itemId, comment]));
  // What was to be corrected first; each group in the order of the standard.
  const ordered = [...changes.items].sort((a, b) => Number(asked.has(b.itemId)) - Number(asked.has(a.itemId)));
  return (
    <div className="ui-table-scroll">
      <table className="ui-table">
        <thead>
          <tr>
            <th scope="col">{t('resubmission.item')}</th>
            <th scope="col">{t('resubmission.changed')}</th>
            <th scope="col">{t('resubmission.before')}</th>
            <th scope="col">{t('resubmission.after')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((change) => (
            <tr key={change.itemId}>
              <td>
                <ItemName loaded={loaded} itemId={change.itemId} href={itemHref} />
                {asked.has(change.itemId) && (
                  <div className="ui-soft">
                    {t('resubmission.asked')}
                    {asked.get(change.itemId)}
                  </div>
                )}
              </td>
              <td>{change.changed.map((part) => t(`resubmission.part.${part}`)).join(t('resubmission.and'))}</td>
              <td>
                <Side change={change} side="before" loaded={loaded} />
              </td>
              <td>
                <Side change={change} side="after" loaded={loaded} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** One side of an item: only what is different, so that the eye finds it. */
const Side = (props: {
  readonly change: ItemChange;
  readonly side: 'before' | 'after';
  readonly loaded: LoadedEdition;
}) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const texts = useText(resubmissionTexts);
  const { change, side, loaded } = props;
  const value = change[side];
  const mark = (text: string) => (side === 'before' ? <del>{text}</del> : <ins>{text}</ins>);
  const line = (part: ItemChange['changed'][number], text: string) =>
    change.changed.includes(part) && (
      <div key={part}>
        <span className="ui-soft">
          {texts(`resubmission.part.${part}`)}
          {ui('text.colon')}
        </span>
        {text === '' ? <span className="ui-soft">{texts('resubmission.blank')}</span> : mark(text)}
      </div>
    );
  return (
    <>
      {line('answer', value.answer === null ? '' : answerText(value.answer, loaded.edition, t))}
      {line('reason', value.reason)}
      {line('comment', value.comment)}
      {line('evidence', value.files.join(ui('text.comma')))}
      {change.changed.includes('deductions') && (
        <div className="ui-soft">{texts('resubmission.deductions-changed')}</div>
      )}
      {change.changed.includes('rectification') && (
        <div className="ui-soft">{texts('resubmission.rectification-changed')}</div>
      )}
    </>
  );
};
