import { isWritten, type RichText } from './rich-text.ts';

/**
 * The narrative sections of a self-assessment report (自评报告), in the order of the report: 企业概况, 自评组织, 自评依据与过程, 自评情况, 自评综述.
 * The other parts are tables and statements that come from the declaration itself.
 */
export const reportSections = ['overview', 'organisation', 'process', 'assessment', 'conclusion'] as const;
export type ReportSection = (typeof reportSections)[number];

/** What the enterprise has written, by section. */
export type ReportTexts = Partial<Readonly<Record<ReportSection, RichText>>>;

/** Which sections are written and which are still empty; a check before submission leads to `report.<section>`. */
export const reportCompleteness = (
  texts: ReportTexts,
): readonly { readonly section: ReportSection; readonly filled: boolean }[] =>
  reportSections.map((section) => ({ section, filled: isWritten(texts[section]) }));
