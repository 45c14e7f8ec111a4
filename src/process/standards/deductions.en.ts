import type { Translation } from '#platform/text.ts';
import type { zhCN } from './deductions.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'deductions.rules': 'Deduction rules of {item}',
  'deductions.each': '{points} off per {per}',
  'deductions.once': '{points} off',
  'deductions.all': 'everything off',
  'deductions.count': '{text}: how many {per}',
  'deductions.less': 'One {per} less: {text}',
  'deductions.more': 'One {per} more: {text}',
  'deductions.taken': '{points} off',
  'deductions.sum': '{taken} off, {left} left',
  'deductions.floor': '{taken} off together, more than the item has: 0 left',
  'deductions.not-a-count': 'Must be an integer from 0 to {most}.',
  'deductions.detail': 'Deductions',
  'deductions.line.each': '{text}: {count} {per}, {points} off',
  'deductions.line.once': '{text}: {points} off',
  'deductions.line.all': '{text}: everything off',
  'deductions.separator': '; ',
  'deductions.left': '{left} points',
  'deductions.left.open': 'Not scored yet',
  'deductions.none': 'Nothing off',
  'deductions.enter': 'Enter points',
  'deductions.count-out': 'Count by deduction rules',
};
