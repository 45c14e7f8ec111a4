import { useRef } from 'react';
import type { Filters } from '../address.tsx';
import { Button } from '../button.tsx';
import { useUiText } from '../text/use-text.tsx';

/** Numbers of the pages to offer: first, last and those around the current one; 0 stands for a gap. */
export const pageNumbers = (page: number, pages: number): readonly number[] => {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const unique = [...new Set(wanted)].sort((a, b) => a - b);
  return unique.flatMap((one, index) => (index > 0 && one - (unique[index - 1] as number) > 1 ? [0, one] : [one]));
};

/** By numbers; `page` in the address. */
export const PagePaging = (props: {
  readonly address: Filters<string>;
  readonly total: number;
  readonly size: number;
}) => {
  const t = useUiText();
  const pages = Math.max(1, Math.ceil(props.total / props.size));
  const page = Math.min(pages, Math.max(1, Number(props.address.values.page) || 1));
  const go = (to: number) => props.address.set({ page: String(to) });
  if (pages === 1) return null;
  return (
    <nav className="ui-row ui-screen">
      <Button small disabled={page === 1} onClick={() => go(page - 1)}>
        {t('action.previous')}
      </Button>
      {pageNumbers(page, pages).map((one, index) =>
        one === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
          <span key={`gap-${index}`}>…</span>
        ) : (
          <Button
            key={one}
            small
            className={one === page ? 'current' : undefined}
            aria-current={one === page ? 'page' : undefined}
            onClick={() => go(one)}
          >
            {one}
          </Button>
        ),
      )}
      <Button small disabled={page === pages} onClick={() => go(page + 1)}>
        {t('action.next')}
      </Button>
    </nav>
  );
};

/** By cursor; `after` in the address. The way back is remembered while the list stays open, else it leads to the beginning. */
export const KeysetPaging = (props: { readonly address: Filters<string>; readonly next: string | null }) => {
  const t = useUiText();
  const trail = useRef<string[]>([]);
  const after = props.address.values.after ?? '';
  if (after === '' && props.next === null) return null;
  return (
    <nav className="ui-row ui-screen">
      <Button small disabled={after === ''} onClick={() => props.address.set({ after: trail.current.pop() ?? '' })}>
        {t('action.previous')}
      </Button>
      <Button
        small
        disabled={props.next === null}
        onClick={() => {
          trail.current.push(after);
          props.address.set({ after: props.next ?? '' });
        }}
      >
        {t('action.next')}
      </Button>
    </nav>
  );
};
