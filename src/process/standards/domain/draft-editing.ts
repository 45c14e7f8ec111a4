/** Pure operations on a draft of a standard: import from here, not from the files behind it. Every one answers with a new draft. */
export {
  changeClass,
  changeGate,
  insertClass,
  insertGate,
  removeClass,
  removeGate,
  stepClass,
} from './draft-classes.ts';
export {
  type Draft,
  type DraftClass,
  type DraftElement,
  type DraftGate,
  type DraftItem,
  openDraft,
  textOf,
} from './draft-document.ts';
export {
  changeElement,
  type ElementFault,
  type ElementRow,
  type ElementStep,
  elementRows,
  insertElement,
  moveElement,
  removeElement,
  stepElement,
  subtreeOf,
} from './draft-elements.ts';
export { changeItem, insertItems, moveItems, newItem, removeItems, repeatItem, stepItem } from './draft-items.ts';
export { type DraftConflict, mergeDrafts } from './draft-merging.ts';
export { draftTotals, renumbered, type Totals, withUnitsPerPoint } from './draft-numbers.ts';
export {
  cellsOf,
  guessColumns,
  type PastedRow,
  type PasteFault,
  pasteColumns,
  readPasted,
  withPasted,
} from './draft-pasting.ts';
