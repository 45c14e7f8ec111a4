import { Link } from '#platform/ui/address.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { itemName } from '#process/standards/edition-words.ts';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { declarationHref } from './declaration-client.ts';

/** Why it came back, what is to be corrected, until when; every item is a link. */
export const ReturnedNotice = (props: {
  readonly declaration: Declaration;
  readonly returned: NonNullable<Declaration['returned']>;
}) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const { declaration, returned } = props;
  const { loaded } = useEdition(declaration.editionHash);
  const href = declarationHref(declaration.declarationId);
  const items = new Map(loaded?.edition.items.map((one) => [one.id, one]));
  return (
    <Notice wrong>
      <b>{t('declaration.returned')}</b>
      <p>{t('declaration.returned.reason', { reason: returned.reason })}</p>
      <p>{t('declaration.returned.due', { dueOn: returned.dueOn })}</p>
      {returned.items.length > 0 && <p>{t('declaration.returned.items')}</p>}
      <ul>
        {returned.items.map(({ itemId, comment }) => {
          const item = items.get(itemId);
          return (
            item && (
              <li key={itemId}>
                <Link href={href.item(itemId)}>{itemName(item)}</Link>
                {comment !== '' && `${ui('text.colon')}${comment}`}
              </li>
            )
          );
        })}
      </ul>
    </Notice>
  );
};
