import type { Translation } from '#platform/text.ts';
import type { zhCN } from './checks.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'checks.errors': '{count} points to be mended before it can be submitted',
  'checks.warnings': '{count} points to be looked at',
  'checks.warnings.text':
    'These do not keep it from being submitted; if they are as they should be, tick that you know them when signing. The tick is recorded.',
  'checks.clear': 'Form, answers, evidence and report have passed all checks',
  'checks.each.answers.itemUnanswered': 'These items are not answered. ',
  'checks.each.answers.naWithoutReason': 'These items are not applicable without a reason. Give one. ',
  'checks.each.answers.deductionWithoutReason': 'These items lose points without a reason. Write why. ',
  'checks.count': '({count} places)',
  'checks.show-all': 'Show all {count}',
  'checks.accept': 'I know the {count} points above and submit all the same',
  'checks.place.register': 'Data of the register',
  'checks.place.correction': 'Note on the correction',
  'checks.place.report': 'Report: {section}',
  'declaration.warningsNotAccepted':
    'The checks have {count} warnings. Look at them, tick that you know them, and sign again.',
  'registration.unconfirmed': 'It was taken over and has not been looked at. Check and confirm it.',
  'registration.notBefore': 'Cannot lie after today ({today}).',
  'registration.beforeCampaign': 'The self-assessment cannot begin before the campaign ({startsOn}).',
  'checks.licenceMissing.work-safety-permit':
    'The work safety permit is missing (Regulation on Work Safety Permits, article 2). Add it, or say under “About the licences” why there is none.',
  'checks.licenceExpired.work-safety-permit':
    'The work safety permit expired on {expired} (Regulation on Work Safety Permits, article 2). Enter the new one, or say under “About the licences” how it stands.',
  'checks.licenceMissingExplained.work-safety-permit':
    'The work safety permit is missing, as explained under “About the licences”. Working without it is against the law; it is submitted as it is.',
  'checks.licenceExpiredExplained.work-safety-permit':
    'The work safety permit expired on {expired}, as explained under “About the licences”.',
  'checks.licenceMissing.mining-permit':
    'The mining permit is missing (Mineral Resources Law). Add it, or say under “About the licences” why there is none.',
  'checks.licenceExpired.mining-permit':
    'The mining permit expired on {expired} (Mineral Resources Law). Enter the new one, or say under “About the licences” how it stands.',
  'checks.licenceMissingExplained.mining-permit':
    'The mining permit is missing, as explained under “About the licences”. Working without it is against the law; it is submitted as it is.',
  'checks.licenceExpiredExplained.mining-permit':
    'The mining permit expired on {expired}, as explained under “About the licences”.',
  'checks.licenceMissing.hazardous-chemicals-permit':
    'The hazardous chemicals permit is missing (Regulation on Hazardous Chemicals). Add it, or say under “About the licences” why there is none.',
  'checks.licenceExpired.hazardous-chemicals-permit':
    'The hazardous chemicals permit expired on {expired} (Regulation on Hazardous Chemicals). Enter the new one, or say under “About the licences” how it stands.',
  'checks.licenceMissingExplained.hazardous-chemicals-permit':
    'The hazardous chemicals permit is missing, as explained under “About the licences”. Working without it is against the law; it is submitted as it is.',
  'checks.licenceExpiredExplained.hazardous-chemicals-permit':
    'The hazardous chemicals permit expired on {expired}, as explained under “About the licences”.',
  'checks.licenceMissing.fireworks-permit':
    'The fireworks permit is missing (Regulation on Fireworks, article 3). Add it, or say under “About the licences” why there is none.',
  'checks.licenceExpired.fireworks-permit':
    'The fireworks permit expired on {expired} (Regulation on Fireworks, article 3). Enter the new one, or say under “About the licences” how it stands.',
  'checks.licenceMissingExplained.fireworks-permit':
    'The fireworks permit is missing, as explained under “About the licences”. Working without it is against the law; it is submitted as it is.',
  'checks.licenceExpiredExplained.fireworks-permit':
    'The fireworks permit expired on {expired}, as explained under “About the licences”.',
  'checks.licenceOfOtherTrade.mining-permit':
    'A mining permit does not go with the industry and hazards of the unit. Check both.',
  'checks.licenceOfOtherTrade.hazardous-chemicals-permit':
    'A hazardous chemicals permit does not go with the industry and hazards of the unit. Check both.',
  'checks.licenceOfOtherTrade.fireworks-permit':
    'A fireworks permit does not go with the industry and hazards of the unit. Check both.',
  'checks.expired': 'Ran out on {to}.',
  'checks.expiresSoon': 'Runs out on {to}; have it renewed in time.',
  'checks.hazardOfIndustryMissing': 'None of the hazards that every unit of this industry has is ticked. Check it.',
  'checks.gradeWithoutSources': 'A grade is given, but the number of major hazard installations is 0. Check both.',
  'checks.sourcesWithoutGrade': 'There are major hazard installations, but the grade says none. Check both.',
  'checks.nothingOfHazard': 'The hazard is ticked, but the amount is 0. Check both.',
  'checks.naReasonShort':
    'The reason says little: say why it does not apply ({least} characters at least), so that it is not returned.',
  'checks.evidenceRequired': 'A file must be attached.',
  'checks.evidenceMissing': 'Evidence is asked for and not there yet.',
  'checks.measureMissing': 'No complete measure, person and deadline for the points lost.',
  'checks.reportSectionBlank': 'This part of the report is not written yet.',
  'checks.leaderNotInTeam': 'The head, {leader}, is not among the members of the team.',
  'checks.classDiffers': 'Applied for is {wanted}; the answers come to {computed}.',
  'checks.classNotAccepted': 'Applied for is {wanted}; by the answers the assessment is not accepted.',
  'checks.fullTimeOfficersOfTrade':
    'Work Safety Law, article 24: mines, metal smelters and units with hazardous goods have a safety department or full-time safety officers.',
  'checks.fullTimeOfficersOfSize':
    'Work Safety Law, article 24: units of more than {limit} people have a safety department or full-time safety officers. There are {staffCount}.',
  'checks.noSafetyOfficer':
    'Work Safety Law, article 24: units of up to {limit} people have full-time or part-time safety officers.',
  'checks.principalNotCertified':
    'Work Safety Law, article 27: the person in charge in this trade has passed the examination; no certificate is given.',
  'checks.notInsured': 'Work Safety Law, article 51: high-risk trades are insured for safety liability.',
  'checks.creditCodeWrong': 'The credit code {code} of the register fails its check character; ask for a correction.',
  'checks.licenceOfOtherCode': 'The number of the business licence is not the credit code {code} of the register.',
  'checks.recordWithoutNote': 'There were accidents, diseases, penalties or major hidden dangers; say how it stands.',
  'checks.moreOpenThanFound': 'More are open than were found ({found}). Check both.',
  'checks.attachmentsMissing': '{count} usual attachments are not ticked.',
  'checks.fileGone': 'The file has been taken off; choose another.',
};
