import { useMemo, useState } from 'react';
import { useFilters } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { ErrorPage } from '#platform/ui/error-page.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatInstant } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import { comparisonTexts } from '../../comparison.text.ts';
import { type Edition, parseEdition } from '../../domain/index.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { useEdition } from '../use-edition.ts';
import { ComparisonView } from './comparison-view.tsx';

const client = createClient(draftingContract);
type Industry = ResultOf<typeof draftingContract.standards>['industries'][number];

/** One side: `edition:HASH` or `draft:ID`, as in the address. */
const defaults = { industry: '', before: '', after: '' };

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Every edition and draft of an industry, the one in force first. */
const useChoices = (industry: Industry | undefined): readonly Choice[] => {
  const t = useText(comparisonTexts);
  const ui = useUiText();
  const today = useToday();
  if (industry === undefined) return [];
  const { inForce, former, drafts } = industry;
  const day = (at: string) => formatInstant(at, today, ui);
  return [
    ...(inForce
      ? [{ value: `edition:${inForce.hash}`, label: t('comparison.option.in-force', { title: inForce.title }) }]
      : []),
    ...drafts.map(({ draftId, title, changedAt }) => ({
      value: `draft:${draftId}`,
      label: t('comparison.option.draft', { title, changed: day(changedAt) }),
    })),
    ...former.map(({ hash, title, inForceFrom }) => ({
      value: `edition:${hash}`,
      label: t('comparison.option.former', { title, from: day(inForceFrom) }),
    })),
  ];
};

/** 版本比较: two editions, or a draft and an edition, side by side. */
export const ComparisonPage = () => (
  <Answered read={useRead(client.standards, {})}>{({ industries }) => <Chosen industries={industries} />}</Answered>
);

const Chosen = ({ industries }: { readonly industries: readonly Industry[] }) => {
  const t = useText(comparisonTexts);
  const ui = useUiText();
  const { values, set } = useFilters(defaults);
  const [onlyChanges, setOnlyChanges] = useState(true);
  const holds = (one: Industry) =>
    [values.before, values.after].some(
      (side) =>
        [one.inForce, ...one.former].some((edition) => edition && side === `edition:${edition.hash}`) ||
        one.drafts.some(({ draftId }) => side === `draft:${draftId}`),
    );
  const industry = industries.find((one) => one.industry === values.industry) ?? industries.find(holds);
  const choices = useChoices(industry);
  const before = useSide(values.before);
  const after = useSide(values.after);
  const side = (name: 'before' | 'after') => (
    <label>
      {t(`comparison.${name}`)}
      <select
        className="ui-select"
        value={values[name]}
        disabled={industry === undefined}
        onChange={(event) => set({ [name]: event.target.value })}
      >
        <option value="" />
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  const ready = before.edition !== undefined && after.edition !== undefined;
  return (
    <div className="ui-page">
      <PageHead
        title={t('comparison.title')}
        crumbs={[{ label: t('comparison.crumb'), href: '/standards' }]}
        actions={ready && <Button onClick={() => window.print()}>{ui('action.print')}</Button>}
      />
      <section className="ui-panel ui-list-bar cmp-choice ui-screen">
        <label>
          {t('comparison.industry')}
          <select
            className="ui-select"
            value={industry?.industry ?? ''}
            onChange={(event) => set({ industry: event.target.value, before: '', after: '' })}
          >
            <option value="" />
            {industries.map((one) => (
              <option key={one.industry} value={one.industry}>
                {one.industryName}
              </option>
            ))}
          </select>
        </label>
        {side('before')}
        {side('after')}
        <Button
          small
          onClick={() => set({ before: values.after, after: values.before })}
          disabled={values.before === '' && values.after === ''}
        >
          {t('comparison.swap')}
        </Button>
        <label className="ui-choice">
          <input type="checkbox" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.target.checked)} />
          {t('comparison.only-changes')}
        </label>
      </section>
      {(values.before === '' || values.after === '') && <Notice>{t('comparison.choose-hint')}</Notice>}
      {[before, after].map((one, at) =>
        one.faultCount > 0 ? (
          <Notice key={at === 0 ? 'before' : 'after'} wrong>
            <p>{t('comparison.unreadable', { title: one.title, count: one.faultCount })}</p>
            <LinkButton href={one.href} look="link">
              {t('comparison.to-draft')}
            </LinkButton>
          </Notice>
        ) : null,
      )}
      {values.before !== '' && values.before === values.after && <Notice>{t('comparison.same-choice')}</Notice>}
      {[before, after].map(({ error }, at) =>
        error === null ? null : <ErrorPage key={at === 0 ? 'before' : 'after'} error={error} />,
      )}
      {(before.loading || after.loading) && <Loading />}
      {ready && values.before !== values.after && (
        <ComparisonView
          before={before.edition as Edition}
          after={after.edition as Edition}
          beforeTitle={before.title}
          afterTitle={after.title}
          onlyChanges={onlyChanges}
        />
      )}
    </div>
  );
};

interface Side {
  readonly edition: Edition | undefined;
  readonly title: string;
  readonly faultCount: number;
  readonly href: string;
  readonly error: Error | null;
  readonly loading: boolean;
}

/** The document behind one side of the address. */
const useSide = (value: string): Side => {
  const [kind, id = ''] = value.split(':');
  const published = useEdition(kind === 'edition' ? id : undefined);
  const draft = useRead(client.draft, { params: { draftId: id } }, { enabled: kind === 'draft' });
  const content = kind === 'draft' && draft.data?.draftId === id ? draft.data.content : undefined;
  const parsed = useMemo(() => (content === undefined ? undefined : parseEdition(content)), [content]);
  const edition = kind === 'edition' ? published.loaded?.edition : parsed?.ok ? parsed.value : undefined;
  const faultCount = parsed !== undefined && !parsed.ok ? parsed.error.issues.length : 0;
  const error = kind === 'edition' ? published.read.error : kind === 'draft' ? draft.error : null;
  return {
    edition,
    error,
    title: (kind === 'draft' ? draft.data?.title : edition?.title) ?? '',
    faultCount,
    href: `/standards/drafts/${id}`,
    loading: value !== '' && edition === undefined && faultCount === 0 && error === null,
  };
};
