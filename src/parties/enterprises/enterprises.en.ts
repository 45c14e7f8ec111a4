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
  'supervision.kind.inspection-visit': 'Inspection',
  'supervision.kind.hazard-found': 'Hazard found',
  'supervision.kind.hazard-rectified': 'Hazard rectified',
  'supervision.kind.report-received': 'Report received',

  'command.parties.record-fact': 'Recorded an event of supervision',
  'supervision.inFuture': 'The date is after today. Give the day on which it happened.',
  'supervision.tooOld': 'The date is too long ago. Check the year.',
  'supervision.noteMissing': 'Say what it is about.',
};
