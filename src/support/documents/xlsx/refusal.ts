import { type Params, type Refusal, refuse } from '#lib/result.ts';

/** Carries a refusal out of the parsers' callbacks; it never leaves `parseWorkbook`. */
export class WorkbookRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: string, params?: Params) {
    super(code);
    this.refusal = refuse(code, 422, params).error;
  }
}
