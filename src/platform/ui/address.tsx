import { Link as RouterLink, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, useCallback, useMemo } from 'react';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** An address of the client, query included: `/declarations?state=returned`. */
  readonly href: string;
}

/** A link inside the client; other addresses get an ordinary `<a>`. */
export const Link = ({ href, children, ...rest }: LinkProps) => {
  if (!href.startsWith('/') || href.startsWith('//')) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  const { pathname, searchParams, hash } = new URL(href, location.origin);
  const search = Object.fromEntries(searchParams) as never;
  return (
    <RouterLink to={pathname} search={search} hash={hash.slice(1)} {...rest}>
      {children}
    </RouterLink>
  );
};

/** Goes to an address of the client. */
export const useGo = (): ((href: string, options?: { readonly replace?: boolean }) => void) => {
  const navigate = useNavigate();
  return useCallback(
    (href, options) => {
      void navigate({ href, replace: options?.replace ?? false });
    },
    [navigate],
  );
};

/** The named parts of the page's path: `usePathParams<'declarationId'>()`. */
export const usePathParams = <Name extends string>(): Readonly<Record<Name, string>> =>
  useParams({ strict: false }) as Readonly<Record<Name, string>>;

export interface Filters<Name extends string> {
  /** Every name has a value; the default where the address says nothing. */
  readonly values: Readonly<Record<Name, string>>;
  /** Changes some and goes to the first page; the address is replaced, not piled up in the history. */
  readonly set: (change: Partial<Record<Name, string>>) => void;
  readonly reset: () => void;
  /** True if anything differs from its default. */
  readonly active: boolean;
}

const paging = ['page', 'after'];

/**
 * The filters of a list, kept in the address so that it can be sent to a colleague. `defaults` must be a constant.
 * A value equal to its default is left out of the address. Setting a filter leads back to the first page (`page`, `after`).
 */
export const useFilters = <Name extends string>(defaults: Readonly<Record<Name, string>>): Filters<Name> => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const values = useMemo(
    () =>
      Object.fromEntries(
        Object.entries<string>(defaults).map(([name, fallback]) => [name, String(search[name] ?? fallback)]),
      ) as Record<Name, string>,
    [search, defaults],
  );
  const go = useCallback(
    (next: Record<string, string>) => {
      const kept = Object.entries(next).filter(([name, value]) => value !== defaults[name as Name]);
      void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
    },
    [navigate, defaults],
  );
  return {
    values,
    set: (change) => {
      const paged = 'page' in change || 'after' in change;
      const first = paged
        ? {}
        : Object.fromEntries(paging.filter((name) => name in defaults).map((name) => [name, defaults[name as Name]]));
      go({ ...values, ...first, ...(change as Record<string, string>) });
    },
    reset: () => go({ ...defaults }),
    active: Object.keys(values).some(
      (name) => !paging.includes(name) && values[name as Name] !== defaults[name as Name],
    ),
  };
};
