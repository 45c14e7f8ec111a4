import type { ReactNode } from 'react';
import { Link } from '../address.tsx';
import { type Crumb, PageHead } from '../page-head.tsx';
import './board.css';

export interface Figure {
  readonly label: string;
  readonly value: number | string;
  readonly unit?: string;
  /** The list that the figure counts. */
  readonly href?: string;
  /** One short line below: a share, a comparison. */
  readonly note?: ReactNode;
  readonly attention?: boolean;
}

/** Figures side by side; each leads to the list that it counts. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => (
  <ul className="ui-figures">
    {figures.map((figure) => (
      <li key={figure.label} className={figure.attention ? 'ui-panel attention' : 'ui-panel'}>
        {figure.href === undefined ? (
          <div className="figure">
            <One {...figure} />
          </div>
        ) : (
          <Link className="figure" href={figure.href}>
            <One {...figure} />
          </Link>
        )}
      </li>
    ))}
  </ul>
);

const One = ({ label, value, unit, note }: Figure) => (
  <>
    <span className="ui-soft">{label}</span>
    <b>
      {value}
      {unit && <small>{unit}</small>}
    </b>
    {note && <span className="ui-soft note">{note}</span>}
  </>
);

/** A board: figures on top, what explains them below. */
export const BoardPage = (props: {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  readonly figures: readonly Figure[];
  readonly children?: ReactNode;
}) => (
  <div className="ui-page">
    <PageHead title={props.title} crumbs={props.crumbs} actions={props.actions} />
    <Figures figures={props.figures} />
    {props.children}
  </div>
);
