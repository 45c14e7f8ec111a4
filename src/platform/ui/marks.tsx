import type { ReactNode } from 'react';

/** A class of the scheme: its name in words, its colour beside it. The code beside it where it is a letter that the name lacks. */
export const ClassTag = (props: { readonly code: string; readonly name: string; readonly colour: string }) => (
  <span className="ui-class">
    <i style={{ background: props.colour }} aria-hidden="true" />
    {props.code.length > 2 || props.name.includes(props.code) ? props.name : `${props.code} ${props.name}`}
  </span>
);

/** `open`: nothing yet; `active`: somebody is at it; `done`: closed; `attention`: wrong or late. */
export type Tone = 'open' | 'active' | 'done' | 'attention';

/** A state in words; the mark before it only helps the eye. */
export const StateText = ({ tone = 'open', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`ui-state ${tone}`}>{children}</span>
);

/** Something the page says: plain, or `wrong` when it must be mended. Read out when it appears. */
export const Notice = ({ wrong, children }: { readonly wrong?: boolean; readonly children: ReactNode }) => (
  <div className={wrong ? 'ui-notice wrong' : 'ui-notice'} role={wrong ? 'alert' : 'status'}>
    {children}
  </div>
);
