import { catalogue } from '#platform/text.ts';

export const calendarText = catalogue(
  {
    'calendar.yearNotPublished':
      '{year} 年的节假日安排尚未公布，不能计算法定期限。请在国务院办公厅公布后，由管理员导入该年的工作日历。',
  },
  {
    'calendar.yearNotPublished':
      'The public holidays of {year} have not been published, so no statutory period can be counted. An administrator can import the calendar once the State Council has announced it.',
  },
);
