import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import { itemName } from '#process/standards/edition-words.ts';
import { checksTexts } from '../../checks.text.ts';
import { fieldOf } from '../../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';
import { type ReportKey, reportTexts } from '../../report.text.ts';
import { declarationHref } from '../declaration-client.ts';

export interface Place {
  readonly label: string;
  readonly href: string;
}

/** Where the path of an issue leads, and what the place is called. */
export const useCheckPlace = (declarationId: string, edition: Edition): ((path: string) => Place) => {
  const t = useText(checksTexts);
  const words = useText(registrationTexts);
  const report = useText(reportTexts);
  const href = declarationHref(declarationId);
  const nameOf = (id: string) => {
    const item = edition.items.find((one) => one.id === id);
    return item ? itemName(item) : id;
  };
  const fieldName = (name: string, row: string | undefined, column: string | undefined): string => {
    const field = fieldOf(name);
    if (!field) return name;
    const label = words(`registration.field.${field.name}`);
    if (row === undefined) return label;
    const cell = column === undefined ? '' : words(`registration.column.${name}.${column}` as RegistrationKey);
    return `${label} ${Number(row) + 1} ${cell}`.trim();
  };
  return (path) => {
    const [kind = '', ...rest] = path.split('.');
    const id = rest.join('.');
    switch (kind) {
      case 'registration':
        return {
          label: fieldName(rest[0] ?? '', rest[1], rest[2]),
          href: `${href.registration}?field=${encodeURIComponent(path)}`,
        };
      case 'items':
      case 'evidence':
        return { label: nameOf(id), href: href.item(id) };
      case 'rectification':
        return { label: nameOf(id), href: href.measure(id) };
      case 'report':
        return {
          label: t('checks.place.report', { section: report(`report.section.${id}` as ReportKey) }),
          href: href.reportSection(id),
        };
      case 'correction':
        return { label: t('checks.place.correction'), href: href.record };
      default:
        return { label: t('checks.place.register'), href: href.record };
    }
  };
};
