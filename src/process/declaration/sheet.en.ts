import type { zhCN } from './sheet.zh-CN.ts';

export const en: Readonly<Record<keyof typeof zhCN, string>> = {
  'sheet.last.offer':
    'This unit submitted a self-assessment in “{campaign}” ({printed} points, {class}). Its answers can be copied; each counts once it is confirmed.',
  'sheet.last.copy': 'Copy the answers of last time',
  'sheet.last.copy.first':
    '{same} items that have not changed get the answer, reason and remark of last time, marked “last time, to be confirmed”.',
  'sheet.last.copy.changed':
    '{changed} items that have changed show what changed beside the answer of last time; you decide.',
  'sheet.last.copy.left':
    '{count} items with an answer of this year stay as they are; {fresh} new items have to be answered, {gone} items of last time are gone.',
  'sheet.last.copy.last':
    'What is to be confirmed neither scores nor can be submitted. Evidence and rectification measures are not copied.',
  'sheet.last.copied': '{count} answers of last time copied; please confirm them one by one',
  'sheet.last.mark': 'Last time, to be confirmed',
  'sheet.last.given': '{campaign}: {answer}',
  'sheet.last.reason': 'Reason for the deduction: {reason}',
  'sheet.last.comment': 'Remark: {comment}',
  'sheet.last.confirm': 'Confirm: {answer}',
  'sheet.last.waiting': '{count} answers of last time are still to be confirmed.',
  'sheet.last.confirm-element': 'Confirm the answers of last time in this element ({count})',
  'sheet.last.confirm-element.first':
    '{count} items of “{element}” are answered as last time: this year is as last year was.',
  'sheet.last.confirm-element.second':
    'Each has been checked against this year; items that have changed are not among them.',

  'sheet.usual': 'Usual reasons for return',
  'sheet.usual.both':
    'In this city and industry {returned} units had this item returned for correction, {adjusted} had its points adjusted',
  'sheet.usual.returned': 'In this city and industry {returned} units had this item returned for correction',
  'sheet.usual.adjusted': 'In this city and industry {adjusted} units had the points of this item adjusted',

  'sheet.keys.points': 'Enter points',
  'sheet.keys.reason': 'Write the reason for a deduction or for not applying',
  'sheet.keys.comment': 'Write a remark',
  'sheet.keys.files': 'Add evidence',
  'sheet.keys.confirm': 'Confirm the answer of last time or of before the revision',
  'sheet.keys.back': 'From a field back to the item',
  'sheet.keys.next-element': 'Next element',
  'sheet.keys.previous-element': 'Previous element',

  'declaration.nothingLastTime': 'The unit has submitted nothing in an earlier campaign; there is nothing to copy.',
};
