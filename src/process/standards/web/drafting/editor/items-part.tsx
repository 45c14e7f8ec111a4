import { useState } from 'react';
import { useDraftPart } from './editor-context.tsx';
import { ElementPanel } from './element-panel.tsx';
import { ElementTree } from './element-tree.tsx';
import { ItemTable } from './item-table.tsx';
import { PasteDialog } from './paste-dialog.tsx';

/** Elements at the left, the items of the chosen one beside them. */
export const ItemsPart = ({ selected }: { readonly selected: string }) => {
  const element = useDraftPart((draft) => draft.elements.find(({ id }) => id === selected));
  const [paste, setPaste] = useState<{ readonly element: string; readonly after: string | null } | null>(null);
  return (
    <div className="draft-work">
      <ElementTree selected={element ? selected : ''} />
      <div className="draft-middle ui-panel">
        {element && <ElementPanel key={`element ${element.id}`} element={element} />}
        <ItemTable
          key={selected}
          selected={element ? selected : ''}
          onPaste={(into, after) => setPaste({ element: into, after })}
        />
      </div>
      {paste && <PasteDialog {...paste} onClose={() => setPaste(null)} />}
    </div>
  );
};
