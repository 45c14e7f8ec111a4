import { useState } from 'react';
import { Link } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import { itemName } from '#process/standards/edition-words.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { type Completeness, submissionGaps } from '../domain/completeness.ts';
import type { DraftItems } from '../domain/draft-answers.ts';
import { type RegistrationKey, registrationTexts } from '../registration.text.ts';
import { declarationHref } from './declaration-client.ts';

const FEW = 20;

/** Everything that is missing, each a link to its place. */
export const MissingList = (props: {
  readonly declaration: Declaration;
  readonly edition: Edition;
  readonly completeness: Completeness;
  readonly drafts: DraftItems;
}) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const words = useText(registrationTexts);
  const faults = useFaultText();
  const [all, setAll] = useState(false);
  const gaps = submissionGaps(props.completeness, props.drafts);
  const href = declarationHref(props.declaration.declarationId);
  const placeOf = (path: string): { readonly label: string; readonly href: string } => {
    const [kind, ...rest] = path.split('.');
    if (kind === 'items') {
      const item = props.edition.items.find(({ id }) => id === rest.join('.'));
      return { label: item ? itemName(item) : path, href: href.item(rest.join('.')) };
    }
    const field = rest[0] ?? '';
    const key = field === 'certificates' ? 'registration.group.certificates' : `registration.field.${field}`;
    return { label: words(key as RegistrationKey), href: `${href.registration}?field=${path}` };
  };
  return (
    <Notice wrong>
      <b>{t('declaration.check.missing', { count: gaps.length })}</b>
      <ul>
        {(all ? gaps : gaps.slice(0, FEW)).map((gap) => {
          const place = placeOf(gap.path);
          return (
            <li key={gap.path}>
              <Link href={place.href}>{place.label}</Link>
              {ui('text.colon')}
              {gap.path.startsWith('items.') && gap.code === 'answers.itemUnanswered'
                ? t('declaration.sheet.unanswered')
                : faults.issue({ ...gap, params: { ...gap.params, item: place.label } })}
            </li>
          );
        })}
      </ul>
      {!all && gaps.length > FEW && (
        <Button look="link" onClick={() => setAll(true)}>
          {t('declaration.check.missing.more', { count: gaps.length - FEW })}
        </Button>
      )}
    </Notice>
  );
};
