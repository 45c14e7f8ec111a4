import type { ReactNode } from 'react';
import { Time } from '#platform/ui/time/time.tsx';
import { Author } from './states.tsx';
import './consultation.css';

interface Props {
  readonly authorOf: string;
  readonly authorName: string;
  readonly madeAt: string;
  readonly text: string;
  /** Above the author: what it is about. */
  readonly about?: ReactNode;
  /** Beside the author: as whom it was said. */
  readonly beside?: ReactNode;
  /** In words: what became of it. */
  readonly state: ReactNode;
  /** Null while it waits. */
  readonly answer: { readonly reason: string; readonly by: string | null; readonly at: string | null } | null;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** What somebody said about a standard, and the answer. */
export const SaidCard = (props: Props) => (
  <article className="csl-comment">
    {props.about}
    <header className="ui-row">
      <b>
        <Author {...props} />
      </b>
      {props.beside}
      <span className="ui-soft">
        <Time at={props.madeAt} />
      </span>
      {props.state}
    </header>
    <p className="csl-text">{props.text}</p>
    {props.answer && (
      <p className="csl-answer">
        {props.answer.reason}{' '}
        <span className="ui-soft">
          {props.answer.by} {props.answer.at && <Time at={props.answer.at} />}
        </span>
      </p>
    )}
    {props.actions && <div className="ui-row ui-screen">{props.actions}</div>}
  </article>
);
