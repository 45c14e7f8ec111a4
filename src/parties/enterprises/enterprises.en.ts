import type { Translation } from '#platform/text.ts';
import type { zhCN } from './enterprises.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'supervision.title': 'Daily supervision',
  'supervision.empty':
    'Nothing recorded. Supervising bodies record visits, penalties, accidents and suspensions here; review and classification use them.',
  'supervision.kind': 'Event',
  'supervision.happenedOn': 'Date',
  'supervision.note': 'Note',
  'supervision.noteHint': 'What, where, and the number of the document it rests on.',
  'supervision.document': 'Document',
  'supervision.documentNumber': 'Document number',
  'supervision.documentNumberHint': 'As printed on the document, with its year.',
  'supervision.issuingBody': 'Authority that issued it',
  'supervision.issuingBodyHint':
    'Its full name. Where no class is assessed here, authority and number are published with the class.',
  'supervision.recordedBy': 'Recorded by',
  'supervision.counted': 'Counts for the class',
  'supervision.countedHint': 'What counts for the class affects it as the standard says.',
  'supervision.record': 'Record an event',
  'supervision.save': 'Record',
  'supervision.consequence':
    'It cannot be changed or deleted afterwards; what counts for the class affects the class of this unit.',
  'supervision.saved': 'Recorded',
  'supervision.choose': 'Choose',
  'supervision.kind.production-suspended': 'Production suspended',
  'supervision.kind.fatal-accident': 'Fatal accident with liability',
  'supervision.kind.administrative-penalty': 'Administrative penalty for work safety',
  'supervision.kind.major-hazard-overdue': 'Major hazard not rectified in time',
  'supervision.kind.accident-concealed': 'Accident concealed or misreported',
  'supervision.kind.serious-dishonesty': 'On the list of serious dishonesty',
  'supervision.kind.permit-suspended': 'Work safety permit suspended or revoked',
  'supervision.kind.class-fixed-elsewhere': 'Class fixed by another authority (not assessed here)',
  'supervision.kind.class-capped-elsewhere-b': 'Graded by another authority: no better than class B',
  'supervision.kind.class-capped-elsewhere-c': 'Graded by another authority: no better than class C',
  'supervision.kind.class-capped-elsewhere-d': 'Graded by another authority: no better than class D',
  'supervision.kind.inspection-visit': 'Inspection',
  'supervision.kind.hazard-found': 'Hazard found',
  'supervision.kind.hazard-rectified': 'Hazard rectified',
  'supervision.kind.report-received': 'Report received',

  'command.parties.record-fact': 'Recorded an event of supervision',
  'supervision.inFuture': 'The date is after today. Give the day on which it happened.',
  'supervision.tooOld': 'The date is too long ago. Check the year.',
  'supervision.noteMissing': 'Say what it is about.',
  'supervision.numberMissing':
    'What another authority decided needs the number of its document: copy it from there. Without a document it is no ground for a class.',
  'supervision.issuerMissing': 'What another authority decided needs the full name of that authority.',
};
