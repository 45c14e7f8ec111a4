import type { Translation } from '#platform/text.ts';
import type { zhCN } from './workbook.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'workbook.title': 'Workbook',
  'workbook.intro':
    'Without a line, or on a weak one, the registration form, the self-assessment and the rectification can be filled in offline in Excel, WPS or LibreOffice, and come back here.',
  'workbook.download': 'Download the workbook',
  'workbook.download.note':
    'It holds what is filled in by now. Evidence, the report and the signature stay in the system.',
  'workbook.upload': 'Choose the workbook that was filled in (.xlsx)',
  'workbook.upload.note': 'Nothing changes by itself: first you see what differs, and choose.',
  'workbook.upload.closed':
    'The declaration cannot be changed now, so no workbook can be imported; it can be downloaded.',
  'workbook.imports': 'Workbooks imported',
  'workbook.imports.none': 'No workbook has been imported yet.',
  'workbook.imports.file': 'File',
  'workbook.imports.state': 'State',
  'workbook.imports.by': 'By',
  'workbook.imports.at': 'At',
  'workbook.imports.taken': 'Taken over',
  'workbook.state.previewed': 'To be chosen',
  'workbook.state.applied': 'Taken over',
  'workbook.state.undone': 'Undone',
  'workbook.state.errors': '{count} errors',
  'workbook.by-body': 'Imported by the receiving body',

  'workbook.import.title': 'Import of a workbook',
  'workbook.import.made': 'Downloaded at',
  'workbook.import.digest': 'Digest of the file',
  'workbook.import.errors':
    '{count} errors keep the workbook from being imported. Correct them in the workbook, save it and upload it again.',
  'workbook.import.errors.title': 'Errors',
  'workbook.import.notices.title': 'Notes',
  'workbook.import.cell': 'Cell',
  'workbook.import.problem': 'Problem and cure',
  'workbook.import.again': 'Upload again',
  'workbook.import.same': 'The workbook says the same as the system; there is nothing to import.',
  'workbook.import.applied': '{count} entries taken over by {by} at {at}.',
  'workbook.import.undone': 'This import was undone.',
  'workbook.import.undo': 'Undo this import',
  'workbook.import.undo.first': 'The {count} entries go back to what they were before the import.',
  'workbook.import.undo.second': 'The record of the import and the digest of the file stay.',
  'workbook.import.undo.not':
    'The declaration was changed after the import, so it cannot be undone as a whole; change single entries where needed.',
  'workbook.import.undo.done': 'Undone, everything is as it was before the import',
  'workbook.import.apply': 'Take {count} over',
  'workbook.import.apply.first':
    '{taken} entries become those of the workbook, the other {kept} stay as in the system.',
  'workbook.import.apply.second':
    'All are written at once; until something else is changed the import can be undone as a whole.',
  'workbook.import.apply.open': '{count} entries were changed on both sides. Choose one side first.',
  'workbook.import.apply.done': '{count} entries taken over',
  'workbook.import.to-declaration': 'To the declaration',
  'workbook.import.other-edition':
    'The standard has been revised, and this workbook cannot be used any more. Download a new one.',

  'workbook.kind.filled': 'Filled in or changed in the workbook',
  'workbook.kind.filled.note': 'Nobody changed it in the system since the download: the workbook’s is taken.',
  'workbook.kind.both': 'Changed on both sides',
  'workbook.kind.both.note': 'Somebody changed it in the system as well: you have to choose.',
  'workbook.kind.cleared': 'Emptied in the workbook',
  'workbook.kind.cleared.note': 'The system’s is kept unless you choose the workbook’s.',
  'workbook.kind.system': 'Changed in the system only',
  'workbook.kind.system.note': 'The workbook still holds what was there at the download: the system’s is kept.',
  'workbook.kind.accepted': 'Accepted by the receiving body',
  'workbook.kind.accepted.note':
    'Items that a return for correction does not name count as accepted and cannot be changed by a workbook.',
  'workbook.side.workbook': 'Workbook',
  'workbook.side.system': 'System',
  'workbook.side.base': 'At the download',
  'workbook.all.workbook': 'All from the workbook',
  'workbook.all.system': 'All from the system',
  'workbook.choose': 'Take',
  'workbook.choose.of': 'Which side to take for “{item}”',
  'workbook.nothing': '(empty)',
  'workbook.part.measures': 'Rectification: {item}',
  'workbook.value.reason': 'Reason for the deduction: {text}',
  'workbook.value.comment': 'Comment: {text}',
  'workbook.value.na': 'Not applicable: {text}',
  'workbook.value.points': '{points} points',
  'workbook.value.counts': 'Counted: {text}',
  'workbook.value.measure': '{measure}; in charge: {person}; until: {dueOn}',
  'workbook.value.yes': 'Yes',
  'workbook.value.no': 'No',

  'workbook.batches.title': 'Import of many workbooks',
  'workbook.batches.intro':
    'Put the workbooks that enterprises handed over into one .zip (at most {files} files, {mb} MB). They are read one after the other in the background; you may leave this page and come back.',
  'workbook.batches.rules':
    'Only what a workbook filled in or changed, and nobody changed in the system, is filled in; what both sides changed waits for the enterprise; declarations that were submitted or wait for a signature and items that were accepted stay as they are.',
  'workbook.batches.upload': 'Choose the archive (.zip)',
  'workbook.batches.blank': 'Blank workbook',
  'workbook.batches.blank.industry': 'Industry',
  'workbook.batches.blank.note': 'For enterprises without a line, which write their credit code and unit into it.',
  'workbook.batches.empty':
    'No archive has been imported yet. Once one is uploaded, its progress and results appear here.',
  'workbook.batches.file': 'Archive',
  'workbook.batches.progress': 'Progress',
  'workbook.batches.done': '{done} / {all}',
  'workbook.batch.state.running': 'Being read',
  'workbook.batch.state.finished': 'Done',
  'workbook.batch.state.stopped': 'Stopped',
  'workbook.batch.running': 'Being read: {done} of {all}. You may leave this page, reading goes on.',
  'workbook.batch.report': 'Download the result (.xlsx)',
  'workbook.batch.stop': 'Stop',
  'workbook.batch.stop.first': 'The {count} files that are not read yet will not be imported.',
  'workbook.batch.stop.second': 'What was filled in stays.',
  'workbook.batch.stopped': 'Stopped, {count} files were not read',
  'workbook.batch.files': 'Files',
  'workbook.batch.unit': 'Enterprise / unit',
  'workbook.batch.outcome': 'Result',
  'workbook.batch.detail': 'Details',
  'workbook.batch.filled': '{count} filled in',
  'workbook.batch.open': '{count} wait for the enterprise',
  'workbook.batch.kept': '{count} stay as in the system',
  'workbook.batch.all': 'All',
  'workbook.outcome.waiting': 'Waiting',
  'workbook.outcome.taken-over': 'Filled in',
  'workbook.outcome.same': 'No change',
  'workbook.outcome.conflicts': 'Partly waiting for the enterprise',
  'workbook.outcome.errors': 'Errors, not imported',
  'workbook.outcome.refused': 'Not imported',

  'declarationWorkbook.is.roster':
    'This is a roster of enterprises and no workbook of a declaration. Rosters are imported by the city office; use the workbook that was downloaded from the page “Workbook”.',
  'declarationWorkbook.is.standard':
    'This is a workbook of an assessment standard (or a draft of one) and not of a declaration. Use the workbook that was downloaded from the page “Workbook”.',
  'declarationWorkbook.is.calendar':
    'This is a calendar of working days and no workbook of a declaration. Use the workbook that was downloaded from the page “Workbook”.',
  'declarationWorkbook.is.report':
    'This is the result of an import and no workbook of a declaration. Upload the workbook that the enterprise filled in.',
  'declarationWorkbook.is.unknown':
    'This is no workbook of a declaration of this system. Fill in the one that was downloaded from the page “Workbook”.',
  'declarationWorkbook.fingerprintMissing':
    'The hidden sheet of the template is gone, so that the unit and the standard are not known. Download a new workbook and copy the entries into it.',
  'declarationWorkbook.fingerprintBroken':
    'The hidden sheet of the template was changed, so that the unit is not certain. Download a new workbook and copy the entries into it.',
  'declarationWorkbook.formatUnknown':
    'The format of the workbook ({format}) is not known to this version. Download a new workbook.',
  'declarationWorkbook.otherUnit':
    'This is the workbook of another unit: {campaign}, {unit}. Import it in the declaration of that unit.',
  'declarationWorkbook.notYours':
    'Your enterprise has no declaration that this workbook belongs to. Use the one that was downloaded from this declaration’s page “Workbook”.',
  'declarationWorkbook.otherEdition':
    'This workbook was made for an earlier standard; the unit is assessed by “{title}” now. Download a new workbook.',
  'declarationWorkbook.wpsFormat':
    'This file is in a format of WPS ({ending}). Save it as “Excel workbook (*.xlsx)” in WPS and upload it again.',
  'declarationWorkbook.macros':
    'The workbook holds macros. Save it as “Excel workbook (*.xlsx)” without macros and upload it again.',
  'declarationWorkbook.sheetMissing':
    'The sheet “{sheet}” is missing. Do not delete or rename sheets; download a new workbook and copy the entries into it.',
  'declarationWorkbook.sheetTwice': 'Two sheets are called “{sheet}”. Delete the one too many.',
  'declarationWorkbook.headerMissing':
    'No header beginning with “{column}” was found on the sheet “{sheet}”. Restore it, or download a new workbook.',
  'declarationWorkbook.columnTwice': 'The column “{column}” is there twice (also at {other}). Delete one of them.',
  'declarationWorkbook.columnsMissing':
    'Columns are missing on the sheet “{sheet}”: {columns}. Restore their headings, or download a new workbook.',
  'declarationWorkbook.mergedCells':
    'Cells to be filled in were merged ({area}), so that it is not clear what the content belongs to. Unmerge them and fill each in.',
  'declarationWorkbook.rowWithoutId':
    'Something is filled in here, but “{column}” is empty, so that it is not known what it is about. Use the original row and delete this one.',
  'declarationWorkbook.idUnknown':
    'There is no “{id}” in this sheet. Do not change the first column; delete the row if you added it.',
  'declarationWorkbook.idTwice': '“{id}” is in row {row} as well. Delete one of the rows.',
  'declarationWorkbook.noItems': 'The sheet “{sheet}” holds no item at all. Fill in the workbook that was downloaded.',
  'declarationWorkbook.itemsMissing': '{count} items are missing: {items}. They stay as they are.',
  'declarationWorkbook.fieldsMissing':
    '{count} rows of the registration form are missing: {fields}. They stay as they are.',
  'declarationWorkbook.tooManyRows': '“{sheet}” has {rows} rows, {most} are possible. Delete the ones too many.',
  'declarationWorkbook.foreignFormula':
    'The formula of this cell ({formula}) refers to another file or program and cannot be read. Type the content.',
  'declarationWorkbook.errorValue': 'This cell is the error value {given}. Correct the formula, or type the content.',
  'declarationWorkbook.formulaWithoutValue':
    'The formula of this cell has no result yet. Open and save the workbook in Excel or WPS, or type the content.',
  'declarationWorkbook.formulaRead': 'This cell is a formula; its result “{value}” was read.',
  'declarationWorkbook.directionMark':
    'This cell holds invisible characters that turn the direction of writing, so that it shows something else than it says. Delete them and type it again.',
  'declarationWorkbook.digitsLost':
    'A long number was taken for a quantity and has lost its last digits ({given}). Format the cell as text and type it again.',
  'declarationWorkbook.dateForNumber':
    'A number belongs here, the workbook has a date ({given}). Set the format to General and type it again.',
  'declarationWorkbook.choiceUnknown': '“{given}” cannot be chosen here. Choose from the list: {choices}.',
  'declarationWorkbook.pointsNotANumber': '“{given}” are no points. Give a number from 0 to {full}, without unit.',
  'declarationWorkbook.pointsOutOfRange': '{given} points are out of range. Give a number from 0 to {full}.',
  'declarationWorkbook.pointsBetweenSteps': '{given} points lie between two steps of {step}; the most is {full}.',
  'declarationWorkbook.reasonWithoutNa':
    'A reason for not being applicable is given, but the verdict is not “{word}”. Choose “{word}”, or delete the reason.',
  'declarationWorkbook.naWithPoints':
    'An item that is not applicable has no points and no counted deductions. Delete one of the two.',
  'declarationWorkbook.pointsOfMet': 'This item is met or not and has no points. Delete them and choose in “{column}”.',
  'declarationWorkbook.verdictOfPoints':
    'This item is assessed by points. Give them in “{column}” and empty this cell.',
  'declarationWorkbook.countsForm': '“{given}” is not understood. Write rule×count, such as “1×2 3×1”.',
  'declarationWorkbook.settled': 'This workbook has been dealt with. Load the page again.',
  'declarationWorkbook.hasErrors': 'The workbook has {count} errors. Correct them and upload it again.',
  'declarationWorkbook.choiceMissing':
    '{count} entries were changed on both sides and are not chosen. Choose them first.',
  'declarationWorkbook.nothingChosen': 'Nothing was chosen to be taken over.',
  'declarationWorkbook.notApplied': 'Nothing was taken over from this workbook, or it was undone.',
  'declarationWorkbook.changedSince':
    'The declaration was changed after the import, which cannot be undone as a whole any more. Change single entries.',
  'declarationWorkbook.notOneOfYours':
    'There is none among the declarations that this body receives in this campaign. See whether it belongs elsewhere, or to another year.',
  'declarationWorkbook.unitNotNamed':
    'The blank workbook does not name credit code and unit. Write them into the first rows of the registration form.',
  'declarationWorkbook.unitUnknown':
    'The roster has no declaration of credit code {creditCode} and unit “{unit}”. Hold it against the roster.',

  'workbookBatch.notAZip': 'This is no .zip archive. Put the workbooks into one .zip (unpack .rar and .7z first).',
  'workbookBatch.isWorkbook':
    'This is a workbook and no archive. Put it into a .zip, or import it in the declaration of that enterprise.',
  'workbookBatch.broken': 'The archive is damaged, or was not uploaded whole. Pack it again.',
  'workbookBatch.encrypted': 'The archive needs a password. Remove it and upload it again.',
  'workbookBatch.tooBig': 'The archive expands beyond measure and was not read. Split it into several.',
  'workbookBatch.tooMany': 'The archive holds more than {limit} files. Split it into several.',
  'workbookBatch.empty': 'The archive holds no files.',
  'workbookBatch.nested': 'This is an archive within the archive. Unpack it and put the workbooks into one .zip.',
  'workbookBatch.fileBroken': 'This file is damaged in the archive. Pack it again.',
  'workbookBatch.failed':
    'The system failed on this file and has changed nothing. Try again later, or ask the administrator.',
  'workbookBatch.stopped': 'Reading was stopped before this file.',
  'workbookBatch.ended': 'This import has ended.',
};
