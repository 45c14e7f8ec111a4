import { createRoot } from 'react-dom/client';

/** What the reference shows of an item. */
interface Shown {
  readonly id: string;
  readonly clause: string;
  readonly text: string;
}

/** The items of a section with the browser's own inputs and nothing behind them: nothing is counted, kept or sent. */
const NativeSection = ({ items }: { readonly items: readonly Shown[] }) => (
  <div className="ui-sheet-rows ui-panel">
    {items.map(({ id, clause, text }) => (
      <div key={id} className="ui-sheet-row item" data-sheet-row={id}>
        <span className="item-clause">{clause}</span>
        <div className="item-text">
          <p>{text}</p>
        </div>
        <fieldset className="item-answer" data-part="points">
          <input className="ui-input ui-number" type="text" inputMode="decimal" aria-label={clause} />
        </fieldset>
        <div className="wide item-below" data-part="reason">
          <textarea className="ui-input late-text" rows={1} aria-label={clause} />
        </div>
      </div>
    ))}
  </div>
);

const root = document.getElementById('native') as HTMLElement;
createRoot(root).render(<NativeSection items={JSON.parse(root.dataset.items ?? '[]') as Shown[]} />);
