import type { ReactNode } from 'react';
import { type Crumb, PageHead } from '../page-head.tsx';
import { useUiText } from '../text/use-text.tsx';
import { Deadline } from '../time/time.tsx';
import { History, type HistoryEntry } from './history.tsx';
import './record.css';

/** Who must do what until when; who is the reader, `mine`, it stands out. */
export interface NextStep {
  readonly what: string;
  readonly who: string;
  readonly mine?: boolean;
  readonly dueOn?: string;
  readonly workingDaysLeft?: number;
}

export interface RecordSection {
  readonly id: string;
  readonly title: string;
  /** At the right of the heading: a count, a Why, an edit link. */
  readonly beside?: ReactNode;
  readonly content: ReactNode;
  /** Without padding: for Facts and tables, which have their own. */
  readonly flush?: boolean;
}

interface Props {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** A StateText. */
  readonly state: ReactNode;
  readonly next?: NextStep | null;
  /** Dangerous ones first, the one primary last. */
  readonly actions?: ReactNode;
  /** The few facts that everybody looks for first. */
  readonly facts?: readonly Fact[];
  /** What must be read before all else: a return with its reason. */
  readonly notice?: ReactNode;
  readonly sections: readonly RecordSection[];
  readonly history: readonly HistoryEntry[];
}

/** A record: state in words, the next step and who has it, the sections, the history at the side. */
export const RecordPage = (props: Props) => {
  const t = useUiText();
  return (
    <div className="ui-page">
      <PageHead title={props.title} crumbs={props.crumbs} beside={props.state} actions={props.actions} />
      {props.next && (
        <p className={props.next.mine ? 'ui-next mine' : 'ui-next'}>
          <span>{t('record.next')}</span>
          <b>{props.next.what}</b>
          <span>{t('record.with', { who: props.next.who })}</span>
          {props.next.dueOn && <Deadline on={props.next.dueOn} workingDaysLeft={props.next.workingDaysLeft} />}
        </p>
      )}
      {props.notice}
      <div className="ui-record">
        <div className="ui-record-main">
          {props.facts && props.facts.length > 0 && (
            <section className="ui-panel">
              <Facts facts={props.facts} />
            </section>
          )}
          {props.sections.length > 3 && (
            <nav className="ui-row ui-screen ui-record-jump" aria-label={t('record.sections')}>
              {props.sections.map((section) => (
                <a key={section.id} href={`#${section.id}`}>
                  {section.title}
                </a>
              ))}
            </nav>
          )}
          {props.sections.map((section) => (
            <section key={section.id} id={section.id} className="ui-panel">
              <h2 className="ui-row">
                <span className="ui-spread">{section.title}</span>
                {section.beside}
              </h2>
              <div className={section.flush ? 'ui-record-content flush' : 'ui-record-content'}>{section.content}</div>
            </section>
          ))}
        </div>
        <aside className="ui-panel">
          <h2>{t('record.history')}</h2>
          <History entries={props.history} />
        </aside>
      </div>
    </div>
  );
};

export interface Fact {
  readonly label: string;
  /** Nothing (null, '') is shown as 未填. */
  readonly value: ReactNode;
  readonly wide?: boolean;
}

/** Labels and values in columns, as on the paper form. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => {
  const t = useUiText();
  return (
    <dl className="ui-facts">
      {facts.map((fact) => (
        <div key={fact.label} className={fact.wide ? 'wide' : undefined}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value === null || fact.value === undefined || fact.value === '' ? (
              <span className="ui-soft">{t('state.unknown')}</span>
            ) : (
              fact.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
