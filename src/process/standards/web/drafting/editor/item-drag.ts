/** The kind of what is dragged while items are. */
export const DRAGGED_ITEMS = 'application/x-anping-items';

/** The ids of the items that are dragged. */
export const draggedItems = (transfer: DataTransfer): ReadonlySet<string> =>
  new Set(transfer.getData(DRAGGED_ITEMS).split('\n').filter(Boolean));
