/** Bytes, as the server reads workbooks. */
export const workbookLimits = { endings: ['.xlsx'], maxBytes: 20 * 1_048_576 };
