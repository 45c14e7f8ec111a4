import type { Issue } from '#lib/result.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import type { DraftItems } from '../draft-answers.ts';
import type { Measures } from '../rectification/measure.ts';
import type { FormSetting } from '../registration/shown-fields.ts';
import type { Sources } from '../registration/sources.ts';
import type { FieldName, Registration } from '../registration-fields.ts';
import type { ReportTexts } from '../report/sections.ts';

/** A working copy as the checks look at it. */
export interface CheckInput {
  readonly today: string;
  readonly setting: FormSetting;
  readonly creditCode: string;
  /** As it is handed in: without the fields that this unit does not have. */
  readonly form: Registration;
  readonly sources: Sources;
  readonly edition: Edition;
  readonly drafts: DraftItems;
  readonly evidence: readonly { readonly evidenceId: string; readonly itemId: string }[];
  /** For which items a missing file is an error; for the others that ask for evidence it is a warning. */
  readonly evidenceRequired: 'none' | 'mandatory-and-veto' | 'all';
  readonly measures: Measures;
  readonly report: ReportTexts;
  /** That the answers come to; null if the assessment is not accepted, absent as long as it is not known. */
  readonly classCode?: string | null;
}

/**
 * One thing that is looked at before a declaration is handed in. An error keeps it from being handed in; a warning is shown, and may be
 * accepted. Paths lead to the place: `registration.<field>`, `items.<item>`, `evidence.<item>`, `rectification.<item>`, `report.<section>`.
 */
export interface CheckRule {
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly find: (input: CheckInput) => readonly Issue[];
}

/** The same as rules of the form alone have it, at the field's name. */
export const atField = (issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, path: `registration.${issue.path}` }));

/** Path of a field of the form. */
export const inForm = (name: FieldName): string => `registration.${name}`;

/** Path of a datum of the register. */
export const inRegister = (name: string): string => `register.${name}`;
