import { accessTexts } from '#parties/access/access.text.ts';
import { auditNamesText } from '#parties/audit-log/audit-names.text.ts';
import { creditCodeText } from '#parties/enterprises/credit-code.text.ts';
import { enterprisesTexts } from '#parties/enterprises/enterprises.text.ts';
import { registerChangeTexts } from '#parties/enterprises/register-change.text.ts';
import { organisationsTexts } from '#parties/organisations/organisations.text.ts';
import { accountsTexts } from '#parties/people/accounts.text.ts';
import { colleaguesTexts } from '#parties/people/colleagues.text.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import type { Catalogue } from '#platform/text.ts';
import { campaignTexts } from '#process/campaign/campaign.text.ts';
import { revisionTexts } from '#process/campaign/revision.text.ts';
import { routeText } from '#process/campaign/route.text.ts';
import { schemeFaultsText } from '#process/campaign/scheme-faults.text.ts';
import { classificationTexts } from '#process/classification/classification.text.ts';
import { checksTexts } from '#process/declaration/checks.text.ts';
import { declarationTexts } from '#process/declaration/declaration.text.ts';
import { evidenceTexts } from '#process/declaration/evidence.text.ts';
import { movesTexts } from '#process/declaration/moves.text.ts';
import { paperTexts } from '#process/declaration/paper.text.ts';
import { rectificationTexts } from '#process/declaration/rectification.text.ts';
import { registrationTexts } from '#process/declaration/registration.text.ts';
import { reportTexts } from '#process/declaration/report.text.ts';
import { requestTexts } from '#process/declaration/requests.text.ts';
import { sheetTexts } from '#process/declaration/sheet.text.ts';
import { signingTexts } from '#process/declaration/signing.text.ts';
import { workbookTexts } from '#process/declaration/workbook.text.ts';
import { publicNoticeTexts } from '#process/public-notice/public-notice.text.ts';
import { homeTexts } from '#process/reporting/home.text.ts';
import { progressTexts } from '#process/reporting/progress.text.ts';
import { reviewTexts } from '#process/review/review.text.ts';
import { ruleBenchTexts } from '#process/rule-bench/rule-bench.text.ts';
import { drawFaultsText } from '#process/spot-check/draw-faults.text.ts';
import { spotCheckTexts } from '#process/spot-check/spot-check.text.ts';
import { comparisonTexts } from '#process/standards/comparison.text.ts';
import { consultationTexts } from '#process/standards/consultation.text.ts';
import { draftingFaultsText } from '#process/standards/drafting-faults.text.ts';
import { standardsTexts } from '#process/standards/standards.text.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { calendarText } from '#support/calendar/calendar.text.ts';
import { documentsText } from '#support/documents/documents.text.ts';
import { filesText } from '#support/files/files.text.ts';

/**
 * Every catalogue that words a code of the server, a line of 今天要办 or a name in the audit log: one line each. The web client
 * loads them after the first page; the public site words its refusals with them. Nothing here may import a page.
 */
export const faultCatalogues: readonly Catalogue[] = [
  accessTexts,
  peopleTexts,
  accountsTexts,
  colleaguesTexts,
  organisationsTexts,
  enterprisesTexts,
  registerChangeTexts,
  creditCodeText,
  auditNamesText,
  progressTexts,
  standardsTexts,
  standardsFaultsText,
  draftingFaultsText,
  consultationTexts,
  comparisonTexts,
  campaignTexts,
  revisionTexts,
  schemeFaultsText,
  routeText,
  declarationTexts,
  checksTexts,
  paperTexts,
  movesTexts,
  evidenceTexts,
  sheetTexts,
  signingTexts,
  requestTexts,
  registrationTexts,
  workbookTexts,
  reportTexts,
  rectificationTexts,
  drawFaultsText,
  spotCheckTexts,
  reviewTexts,
  publicNoticeTexts,
  classificationTexts,
  ruleBenchTexts,
  homeTexts,
  calendarText,
  documentsText,
  filesText,
];
