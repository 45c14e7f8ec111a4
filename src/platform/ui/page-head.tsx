import { type ReactNode, useEffect } from 'react';
import { Link } from './address.tsx';
import './theme/page.css';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface Props {
  readonly title: string;
  /** Beside the title: a state, a number. */
  readonly beside?: ReactNode;
  /** The way up, without this page. */
  readonly crumbs?: readonly Crumb[];
  /** Dangerous actions first, the one primary action last. */
  readonly actions?: ReactNode;
}

/** The head of every page: one breadcrumb, one title, the actions at the right. Sets the title of the window. */
export const PageHead = ({ title, beside, crumbs = [], actions }: Props) => {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className="ui-page-head">
      {crumbs.length > 0 && (
        <nav className="ui-crumbs" aria-label="breadcrumb">
          {crumbs.map((crumb, index) => (
            <span key={crumb.href}>
              {index > 0 && <i aria-hidden="true">/</i>}
              <Link href={crumb.href}>{crumb.label}</Link>
            </span>
          ))}
        </nav>
      )}
      <div className="ui-page-title">
        <h1>{title}</h1>
        {beside}
        <span className="ui-spread" />
        {actions && <div className="ui-page-actions ui-row">{actions}</div>}
      </div>
    </header>
  );
};
