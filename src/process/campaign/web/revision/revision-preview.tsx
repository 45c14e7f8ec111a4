import { Link } from '#platform/ui/address.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { boundPlaces } from '../../domain/revision.ts';
import type { revisionContract } from '../../revision.contract.ts';
import { revisionTexts } from '../../revision.text.ts';

export type Preview = ResultOf<typeof revisionContract.revisionPreview>;

/** How many units are bound by what was published of them. */
export const boundOf = ({ bound }: Preview): number => boundPlaces.reduce((sum, place) => sum + (bound[place] ?? 0), 0);

/** Whether an order can be given as things stand; while units are bound, only for a day. */
export const mayOrder = (preview: Preview): boolean =>
  preview.to !== null && preview.to.hash !== preview.from.hash && preview.ahead === null;

/** What keeps an order from being given or carried out at once, and what to do about it. */
export const Obstacles = ({ preview }: { readonly preview: Preview }) => {
  const t = useText(revisionTexts);
  const bound = boundOf(preview);
  if (preview.to === null) return <Notice wrong>{t('revision.noEdition')}</Notice>;
  if (preview.to.hash === preview.from.hash) return <Notice>{t('revision.sameEdition')}</Notice>;
  if (preview.ahead)
    return (
      <Notice>
        <Link href={`/edition-revisions/${preview.ahead.revisionId}`}>
          {t('revision.ahead', { day: preview.ahead.effectiveOn })}
        </Link>
      </Notice>
    );
  if (bound === 0) return null;
  return (
    <Notice>
      <b>{t('revision.boundTitle', { count: bound })}</b>
      <p>{t('revision.boundWhy')}</p>
      <ul>
        {boundPlaces.map((place) => {
          const count = preview.bound[place] ?? 0;
          return count > 0 && <li key={place}>{t(`revision.bound.${place}`, { count })}</li>;
        })}
      </ul>
    </Notice>
  );
};

const itemKinds = ['same', 'changed', 'fresh', 'gone'] as const;

/** What an order would do now: to the items, and to the declarations by where they stand. */
export const PreviewTables = ({ preview }: { readonly preview: Preview }) => {
  const t = useText(revisionTexts);
  const ui = useUiText();
  const { from, to, items, declarations, decided, submitted } = preview;
  const then = submitted === 'returned' ? t('revision.then.returned') : t('revision.then.resubmitted');
  const taken = submitted === 'returned' ? then : t('revision.then.resubmittedProposed');
  const rows = [
    ['notStarted', declarations.notStarted, t('revision.then.notStarted')],
    ['draft', declarations.draft, t('revision.then.draft', { count: declarations.draftToConfirm })],
    ['pending', declarations.pending, then],
    ['reviewing', declarations.reviewing, then],
    ['proposed', declarations.proposed, taken],
    ['signed', declarations.signed, taken],
    ['decided', decided, t('revision.then.decided')],
  ] as const;
  return (
    <section className="ui-panel">
      <h2>{t('revision.preview')}</h2>
      <Facts
        facts={[
          {
            label: t('revision.from'),
            value: t('revision.edition', { title: from.title, day: from.publishedOn }),
            wide: true,
          },
          {
            label: t('revision.to'),
            value: to ? t('revision.edition', { title: to.title, day: to.publishedOn }) : t('revision.noEdition'),
            wide: true,
          },
          {
            label: t('revision.previewItems'),
            value: itemKinds.map((kind) => `${t(`revision.items.${kind}`)} ${items[kind]}`).join(ui('text.comma')),
            wide: true,
          },
        ]}
      />
      <div className="ui-table-scroll">
        <table className="ui-table">
          <thead>
            <tr>
              <th>{t('revision.previewState')}</th>
              <th className="number">{t('revision.previewCount')}</th>
              <th>{t('revision.previewThen')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([state, count, what]) => (
              <tr key={state} className={count === 0 ? 'ui-soft' : undefined}>
                <td className="ui-nowrap">{t(`revision.state.${state}`)}</td>
                <td className="number">{count}</td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
