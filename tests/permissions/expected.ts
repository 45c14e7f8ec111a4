import type { Role } from '#parties/access/domain/roles.ts';

type Allowed = 'public' | 'signed-in' | readonly Role[];

/** Those who look on: the office that runs the campaign, the leading group that decides, auditors who read everything. */
const onlookers = ['city-office', 'leading-group', 'auditor'] as const;
/** Those who review for a body, and the onlookers. */
const officers = ['reviewer', 'sign-off', ...onlookers] as const;
/** Everyone but the public who may read what an enterprise handed in. */
const handlers = ['enterprise', 'enterprise-manager', 'expert', ...officers] as const;
/** Both kinds of people of an enterprise: staff who fill in, the manager who signs. */
const enterprise = ['enterprise', 'enterprise-manager'] as const;

/** Those who are asked about a draft standard, and who work with a published one. */
const commenters = ['reviewer', 'sign-off', 'expert', 'enterprise', 'enterprise-manager'] as const;

/**
 * Who may call what: written by hand and apart from the contracts, so that a slip in a contract shows.
 * Whether a person may touch one very record is another question (records-of-others.test.ts).
 */
export const expected: Readonly<Record<string, Allowed>> = {
  // People: whoever has no session yet signs in or opens an account; the demonstration lets visitors in.
  'GET /api/session': 'public',
  'POST /api/session': 'public',
  'DELETE /api/session': 'signed-in',
  'POST /api/session/password': 'signed-in',
  'POST /api/activation': 'public',
  'POST /api/first-administrator': 'public',
  'GET /api/demo/persons': 'public',
  'POST /api/demo/session': 'public',
  'POST /api/demo/clock': 'signed-in',
  'GET /api/home': 'signed-in',

  // Accounts are the administrator's; slips go out from the office and from the bodies to their enterprises.
  'GET /api/accounts': ['administrator', 'auditor'],
  'POST /api/accounts': ['administrator'],
  'POST /api/accounts/{accountId}/invitation': ['administrator'],
  'POST /api/accounts/{accountId}/disablement': ['administrator'],
  'DELETE /api/accounts/{accountId}/disablement': ['administrator'],
  'DELETE /api/accounts/{accountId}/lock': ['administrator'],
  'GET /api/enterprise-accounts': ['city-office', 'reviewer', 'sign-off', 'administrator', 'auditor'],
  'POST /api/activation-slips': ['city-office', 'reviewer'],
  'POST /api/enterprise-managers/{managerId}/slip': ['city-office', 'reviewer'],

  // 本单位账号: an enterprise's manager keeps them.
  'GET /api/own-enterprise/accounts': enterprise,
  'POST /api/own-enterprise/accounts': ['enterprise-manager'],
  'PUT /api/own-enterprise/accounts/{colleagueId}': ['enterprise-manager'],
  'POST /api/own-enterprise/accounts/{colleagueId}/manager': ['enterprise-manager'],
  'POST /api/own-enterprise/accounts/{colleagueId}/invitation': ['enterprise-manager'],
  'POST /api/own-enterprise/accounts/{colleagueId}/disablement': ['enterprise-manager'],
  'DELETE /api/own-enterprise/accounts/{colleagueId}/disablement': ['enterprise-manager'],
  'DELETE /api/own-enterprise/accounts/{colleagueId}/lock': ['enterprise-manager'],

  // Setting up, and what was done.
  'GET /api/bodies': 'signed-in',
  'GET /api/editions/{editionHash}': 'signed-in',

  // The life of a standard: one office drafts, another one decides; what is in force everybody reads.
  'GET /api/standards': 'signed-in',
  'GET /api/editions/{editionHash}/record': 'signed-in',
  'GET /api/editions/{editionHash}/workbook': 'signed-in',
  'GET /api/editions/{editionHash}/document': 'signed-in',
  'POST /api/editions/{editionHash}/retirement': ['leading-group'],
  'POST /api/edition-drafts': ['city-office'],
  'GET /api/edition-drafts/{draftId}': onlookers,
  'PUT /api/edition-drafts/{draftId}': ['city-office'],
  'DELETE /api/edition-drafts/{draftId}': ['city-office'],
  'GET /api/edition-drafts/{draftId}/publication': onlookers,
  'POST /api/edition-drafts/{draftId}/publication': ['leading-group'],
  'GET /api/edition-drafts/{draftId}/workbook': onlookers,
  'GET /api/edition-drafts/{draftId}/document': onlookers,
  'POST /api/edition-drafts/{draftId}/imports': ['city-office'],
  'POST /api/standards/{industry}/imports': ['city-office'],
  'GET /api/edition-imports/{importId}': ['city-office', 'auditor'],
  'POST /api/edition-imports/{importId}/take-over': ['city-office'],

  'GET /api/calendar-years': ['administrator', 'city-office', 'auditor'],
  'POST /api/calendar-years/preview': ['administrator'],
  'POST /api/calendar-years': ['administrator'],
  'GET /api/audit-entries': ['auditor', 'city-office'],
  'GET /api/audit-entries/{entryId}': ['auditor', 'city-office'],

  // 征求意见 and 对条款的意见: the city office asks and answers, everyone who works with a standard may speak.
  'GET /api/edition-drafts/{draftId}/consultation-plan': ['city-office'],
  'POST /api/edition-drafts/{draftId}/consultations': ['city-office'],
  'GET /api/consultations': [...commenters, ...onlookers],
  'GET /api/consultations/{consultationId}': [...commenters, ...onlookers],
  'POST /api/consultations/{consultationId}/comments': commenters,
  'POST /api/consultations/{consultationId}/letters': ['city-office'],
  'POST /api/consultation-comments/{commentId}/ruling': ['city-office'],
  'GET /api/consultations/{consultationId}/comments-workbook': onlookers,
  'POST /api/editions/{editionHash}/items/{itemId}/remarks': commenters,
  'GET /api/editions/{editionHash}/own-remarks': commenters,
  'GET /api/item-remarks': onlookers,
  'GET /api/editions/{editionHash}/remark-counts': onlookers,
  'POST /api/item-remarks/{remarkId}/answer': ['city-office'],
  'GET /api/own-opinions': commenters,

  // 工作方案: the city office opens, dates and fills a campaign; enterprises and experts have no business in the roster.
  'GET /api/campaign-setup': ['city-office'],
  'POST /api/campaigns': ['city-office'],
  'GET /api/campaigns': [...officers, 'administrator'],
  'GET /api/campaigns/{campaignId}': [...officers, 'administrator'],
  'PUT /api/campaigns/{campaignId}/phase-dates': ['city-office'],
  'GET /api/campaigns/{campaignId}/edition-revision-preview': ['city-office'],
  'POST /api/campaigns/{campaignId}/edition-revisions': ['city-office'],
  'GET /api/campaigns/{campaignId}/edition-revisions': officers,
  'GET /api/edition-revisions/{revisionId}': officers,
  'POST /api/edition-revisions/{revisionId}/cancellation': ['city-office'],
  'GET /api/edition-revisions/{revisionId}/units': officers,
  'GET /api/edition-revisions/{revisionId}/units.xlsx': officers,
  'GET /api/campaigns/{campaignId}/roster-template': ['city-office'],
  'POST /api/campaigns/{campaignId}/roster-imports': ['city-office'],
  'GET /api/campaigns/{campaignId}/roster-imports': ['city-office', 'auditor'],
  'GET /api/roster-imports/{importId}': ['city-office', 'auditor'],
  'POST /api/roster-imports/{importId}/confirmation': ['city-office'],
  'DELETE /api/roster-imports/{importId}': ['city-office'],
  'GET /api/campaigns/{campaignId}/roster-choices': officers,
  'GET /api/campaigns/{campaignId}/units': officers,
  'GET /api/campaigns/{campaignId}/units-workbook': officers,
  'GET /api/campaigns/{campaignId}/units/{unitId}': officers,
  'POST /api/campaigns/{campaignId}/units': ['city-office'],
  'PUT /api/campaigns/{campaignId}/units/{unitId}': ['city-office'],
  'GET /api/campaigns/{campaignId}/units/{unitId}/course': officers,
  'GET /api/campaigns/{campaignId}/progress': onlookers,

  // 日常监管: recorded by those who inspect.
  'GET /api/units/{unitId}/supervision-facts': officers,
  'POST /api/units/{unitId}/supervision-facts': ['city-office', 'reviewer'],

  // 登记信息变更: the enterprise or an officer asks, bodies concerned remark, an officer of the body or the city office decides.
  'GET /api/units/{unitId}/register': [...enterprise, ...officers],
  'GET /api/own-units': enterprise,
  'POST /api/register-change-proofs': [...enterprise, 'reviewer', 'city-office'],
  'POST /api/units/{unitId}/register-changes': [...enterprise, 'reviewer', 'city-office'],
  'GET /api/register-changes': [...enterprise, ...officers],
  'GET /api/register-changes/{changeId}': [...enterprise, ...officers],
  'GET /api/register-changes/{changeId}/proof': [...enterprise, ...officers],
  'POST /api/register-changes/{changeId}/remark': ['reviewer', 'sign-off'],
  'POST /api/register-changes/{changeId}/decision': ['reviewer', 'sign-off', 'city-office'],
  'POST /api/register-changes/{changeId}/withdrawal': [...enterprise, 'reviewer', 'city-office'],

  // 申报去向: whoever has to do with it sees why; the city office alone directs elsewhere.
  'GET /api/declarations/{declarationId}/moves': [...enterprise, ...officers],
  'POST /api/declarations/{declarationId}/direction': ['city-office'],
  'POST /api/declarations/{declarationId}/direction/withdrawal': ['city-office'],

  // 自评申报: only the enterprise writes; nobody else sees a draft.
  'GET /api/declarations': [...enterprise, ...officers],
  'GET /api/declarations/{declarationId}': enterprise,
  'POST /api/declarations/{declarationId}/start': ['enterprise'],
  'PUT /api/declarations/{declarationId}/registration': ['enterprise'],
  'GET /api/declarations/{declarationId}/registration/offers': ['enterprise'],
  'GET /api/declarations/{declarationId}/checks': enterprise,
  'PUT /api/declarations/{declarationId}/registration/fields': ['enterprise'],
  'POST /api/declarations/{declarationId}/registration/takings': ['enterprise'],
  'POST /api/declarations/{declarationId}/registration/confirmations': ['enterprise'],
  'PUT /api/declarations/{declarationId}/sections/{elementId}': ['enterprise'],
  'GET /api/declarations/{declarationId}/last-time': enterprise,
  'POST /api/declarations/{declarationId}/last-time': ['enterprise'],
  'GET /api/declarations/{declarationId}/usual-returns': enterprise,
  'POST /api/declarations/{declarationId}/items/{itemId}/evidence': ['enterprise'],
  'DELETE /api/declarations/{declarationId}/evidence/{evidenceId}': ['enterprise'],
  'GET /api/declarations/{declarationId}/evidence/{evidenceId}': handlers,
  'GET /api/declarations/{declarationId}/files': ['enterprise', 'enterprise-manager'],
  'POST /api/declarations/{declarationId}/uploads': ['enterprise'],
  'GET /api/declarations/{declarationId}/uploads/{uploadId}': ['enterprise'],
  'PUT /api/declarations/{declarationId}/uploads/{uploadId}': ['enterprise'],
  'POST /api/declarations/{declarationId}/uploads/{uploadId}/completion': ['enterprise'],
  'DELETE /api/declarations/{declarationId}/uploads/{uploadId}': ['enterprise'],
  'POST /api/declarations/{declarationId}/files/{fileId}/items': ['enterprise'],
  'DELETE /api/declarations/{declarationId}/files/{fileId}': ['enterprise'],
  'GET /api/declarations/{declarationId}/files/{fileId}': ['enterprise-manager', ...handlers],
  'GET /api/declarations/{declarationId}/files/{fileId}/picture': ['enterprise-manager', ...handlers],
  'GET /api/declarations/{declarationId}/files/{fileId}/facts': ['enterprise-manager', ...handlers],
  // Staff hand over, the manager signs; a single person does both in one act.
  'POST /api/declarations/{declarationId}/handover': ['enterprise'],
  'DELETE /api/declarations/{declarationId}/handover': ['enterprise'],
  'POST /api/declarations/{declarationId}/unsigned-return': ['enterprise-manager'],
  'POST /api/declarations/{declarationId}/submissions': ['enterprise-manager'],
  'POST /api/declarations/{declarationId}/withdrawal': enterprise,

  'PUT /api/declarations/{declarationId}/correction-note': ['enterprise'],
  'GET /api/declarations/{declarationId}/changes': ['enterprise', 'enterprise-manager'],
  'GET /api/submissions/{submissionId}/changes': handlers,

  // Extension, not being assessed: the enterprise asks, the body that expects the declaration decides.
  'GET /api/declaration-requests': ['enterprise', ...officers],
  'GET /api/declarations/{declarationId}/request-bounds': ['enterprise'],
  'POST /api/declarations/{declarationId}/extension-requests': ['enterprise'],
  'POST /api/declarations/{declarationId}/not-assessed-requests': ['enterprise'],
  'GET /api/declaration-requests/{requestId}/proof': ['enterprise', ...officers],
  'DELETE /api/declaration-requests/{requestId}': ['enterprise'],
  'POST /api/declaration-requests/{requestId}/decision': ['reviewer', 'sign-off', 'city-office'],
  'POST /api/declaration-requests/{requestId}/reinstatement': ['reviewer', 'sign-off', 'city-office'],
  // The report and the rectification list: the enterprise writes, its manager reads along, those who handle it read what was handed in.
  'GET /api/declarations/{declarationId}/report': ['enterprise', 'enterprise-manager'],
  'PUT /api/declarations/{declarationId}/report/{section}': ['enterprise'],
  'GET /api/declarations/{declarationId}/report/preview': ['enterprise', 'enterprise-manager'],
  'GET /api/declarations/{declarationId}/report/file': ['enterprise', 'enterprise-manager'],
  'GET /api/submissions/{submissionId}/report': [...handlers, 'enterprise-manager'],
  'GET /api/submissions/{submissionId}/report/file': [...handlers, 'enterprise-manager'],
  'GET /api/declarations/{declarationId}/rectification': [...handlers, 'enterprise-manager'],
  'GET /api/declarations/{declarationId}/rectification/workbook': [...handlers, 'enterprise-manager'],
  'PUT /api/declarations/{declarationId}/rectification/{itemId}': ['enterprise'],
  'POST /api/declarations/{declarationId}/rectification/{itemId}/completion': ['enterprise'],
  'DELETE /api/declarations/{declarationId}/rectification/{itemId}/completion': ['enterprise'],
  'POST /api/declarations/{declarationId}/rectification/{itemId}/proof': ['enterprise'],
  'GET /api/declarations/{declarationId}/rectification/{itemId}/proof': [...handlers, 'enterprise-manager'],
  'GET /api/submissions/{submissionId}': handlers,

  // 一式几份: whoever may read a submission may read its paper; the desk of the receiving body registers; a code says to everybody that it is genuine.
  'GET /api/papers': officers,
  'GET /api/submissions/{submissionId}/paper': handlers,
  'POST /api/submissions/{submissionId}/print-pack': [...enterprise, 'reviewer', 'sign-off', 'city-office'],
  'GET /api/submissions/{submissionId}/print-pack': handlers,
  'GET /api/declarations/{declarationId}/draft-print': enterprise,
  'POST /api/submissions/{submissionId}/paper-arrivals': ['reviewer', 'sign-off'],
  'POST /api/submissions/{submissionId}/paper-arrivals/{copy}/undoing': ['reviewer', 'sign-off'],
  'POST /api/submissions/{submissionId}/paper-notices': ['reviewer', 'sign-off'],
  'GET /api/submissions/{submissionId}/paper-notice': handlers,
  'GET /api/submissions/{submissionId}/paper-receipt': handlers,
  'POST /api/submissions/{submissionId}/paper-scans': [...enterprise, 'reviewer', 'sign-off'],
  'DELETE /api/submissions/{submissionId}/paper-scans/{scanId}': [...enterprise, 'reviewer', 'sign-off'],
  'GET /api/submissions/{submissionId}/paper-scans/{scanId}': handlers,
  'GET /api/paper-checks/{paperCode}': handlers,
  'GET /api/paper-checks/{paperCode}/page': handlers,
  'GET /api/public/paper-checks/{anyPaperCode}': 'public',

  // 初审: one person examines, a second one signs, the body transmits, the city office receives.
  'GET /api/reviews': officers,
  'GET /api/reviews/{reviewId}': officers,
  'GET /api/reviews/{reviewId}/opinion-form': officers,
  'POST /api/reviews/{reviewId}/take-up': ['reviewer'],
  'POST /api/reviews/{reviewId}/take-over': ['reviewer'],
  'PUT /api/reviews/{reviewId}/verdicts': ['reviewer'],
  'PUT /api/reviews/{reviewId}/daily-supervision': ['reviewer'],
  'POST /api/reviews/{reviewId}/proposal': ['reviewer'],
  'POST /api/reviews/{reviewId}/return': ['reviewer'],
  'POST /api/reviews/{reviewId}/signature': ['sign-off'],
  'POST /api/reviews/{reviewId}/send-back': ['sign-off'],
  'GET /api/campaigns/{campaignId}/transmittable': ['reviewer', 'sign-off'],
  'POST /api/campaigns/{campaignId}/batches': ['reviewer', 'sign-off'],
  'GET /api/campaigns/{campaignId}/batches': officers,
  'GET /api/batches/{batchId}': officers,
  'GET /api/batches/{batchId}/workbook': officers,
  'GET /api/batches/{batchId}/print': officers,
  'POST /api/batches/{batchId}/receipt': ['city-office'],

  // 抽查核定: the city office draws and assigns, experts find, the city office confirms.
  'GET /api/campaigns/{campaignId}/draw-candidates': ['city-office', 'auditor'],
  'POST /api/campaigns/{campaignId}/draws': ['city-office'],
  'GET /api/campaigns/{campaignId}/draws': officers,
  'GET /api/draws/{drawId}': officers,
  'GET /api/draws/{drawId}/files/{file}': officers,
  'GET /api/draws/{drawId}/record': officers,
  'POST /api/draws/{drawId}/seed': ['city-office'],
  'GET /api/experts': ['city-office'],
  'POST /api/expert-assignments': ['city-office'],
  'GET /api/campaigns/{campaignId}/verifications': ['expert', ...officers],
  'GET /api/my-verifications': ['expert'],
  'GET /api/verifications/{verificationId}': ['expert', ...officers],
  'POST /api/verifications/{verificationId}/recusal': ['expert'],
  'PUT /api/verifications/{verificationId}/verdicts': ['expert'],
  'PUT /api/verifications/{verificationId}/visit': ['expert'],
  'POST /api/verifications/{verificationId}/submission': ['expert'],
  'POST /api/verifications/{verificationId}/sending-back': ['city-office'],
  'POST /api/verifications/{verificationId}/confirmation': ['city-office'],
  'GET /api/campaigns/{campaignId}/keepable-strata': onlookers,
  'GET /api/campaigns/{campaignId}/undrawn-units': onlookers,
  'POST /api/campaigns/{campaignId}/kept-classes': ['city-office'],
  'GET /api/campaigns/{campaignId}/score-comparison': officers,

  // 公示: anybody may object; who objected is for those alone who rule on it and who watch that.
  'GET /api/campaigns/{campaignId}/publishable': ['city-office', 'auditor'],
  'POST /api/campaigns/{campaignId}/notices': ['city-office'],
  'GET /api/campaigns/{campaignId}/notices': officers,
  'GET /api/notices/{noticeId}': officers,
  'POST /api/public/objections': 'public',
  'GET /api/objections': onlookers,
  'GET /api/objections/{objectionId}': onlookers,
  'POST /api/objections/{objectionId}/ruling': ['city-office'],

  // 分类名单: prepared by the city office, signed by the leading group.
  'GET /api/campaigns/{campaignId}/adoptable': ['city-office', 'auditor'],
  'POST /api/campaigns/{campaignId}/adoptions': ['city-office'],
  'GET /api/campaigns/{campaignId}/adoptions': onlookers,
  'GET /api/adoptions/{adoptionId}': onlookers,
  'GET /api/adoptions/{adoptionId}/list.xlsx': onlookers,
  'GET /api/adoptions/{adoptionId}/list.pdf': onlookers,
  'POST /api/adoptions/{adoptionId}/withdrawal': ['city-office'],
  'POST /api/adoptions/{adoptionId}/signature': ['leading-group'],
  'GET /api/campaigns/{campaignId}/decisions': officers,
  'GET /api/decisions/{decisionId}': [...enterprise, ...officers],
  'GET /api/decisions/{decisionId}/files/{file}': [...enterprise, ...officers],
  'GET /api/my-classes': enterprise,
};
