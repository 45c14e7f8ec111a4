import { catalogue } from '#platform/text.ts';

export const calendarText = catalogue(
  {
    'calendar.yearNotPublished':
      '{year} 年还没有工作日历，不能计算法定期限。请在国务院办公厅公布该年节假日安排后，由管理员在“工作日历”中导入。',

    'calendar.noTable': '没有找到“{day}”和“{kind}”两列。请让表头写明这两列。',
    'calendar.noDays': '表头以下没有日期。请逐日填写。',
    'calendar.notADay': '“{value}”不是存在的日期。请写成 2027-01-01 或 2027年1月1日。',
    'calendar.kindUnknown': '“{value}”不是认识的类型。请填“{holiday}”或“{worked}”。',
    'calendar.dayTwice': '{day} 写了两次。请只保留一行。',
    'calendar.otherYear': '{day} 不在 {year} 年。一次只导入一年，请删去其他年份的日期。',
    'calendar.workedAnyway': '{day} 是周一至周五，本来就上班，不是调休。请核对日期。',
    'calendar.fixedHolidayMissing': '缺少固定的法定节假日 {days}（放假）。请对照通知补全。',
    'calendar.tooFewHolidays': '放假日只有 {count} 天，全年至少 {least} 天。请对照通知补全。',
    'calendar.documentNumber': '请按通知填写完整文号，如 国办发明电〔2026〕7号。',
    'calendar.reasonMissing': '{year} 年已有日历。要更正，请写明理由（至少 {least} 个字）。',
    'calendar.unchanged': '所填日期与现用的 {year} 年日历相同，不必导入。',
  },
  {
    'calendar.yearNotPublished':
      'There is no calendar of working days for {year} yet, so no statutory period can be counted. Once the State Council has announced the holidays, an administrator enters them under "Working days".',

    'calendar.noTable': 'The columns {day} (day) and {kind} (kind) were not found. Name both in the header row.',
    'calendar.noDays': 'There is no day below the header. Write one day a row.',
    'calendar.notADay': '"{value}" is no day that exists. Write it like 2027-01-01.',
    'calendar.kindUnknown': '"{value}" is no kind of day. Write {holiday} (holiday) or {worked} (worked in exchange).',
    'calendar.dayTwice': '{day} stands there twice. Keep one row.',
    'calendar.otherYear': '{day} is not in {year}. One year is entered at a time: remove the days of others.',
    'calendar.workedAnyway': '{day} is a Monday to Friday, worked anyway and not in exchange. Check the day.',
    'calendar.fixedHolidayMissing': 'Fixed public holidays are missing: {days}. Complete them from the notice.',
    'calendar.tooFewHolidays':
      'There are only {count} holidays; a year has {least} at least. Complete them from the notice.',
    'calendar.documentNumber':
      'Write the whole number of the notice as it is printed, with the year in brackets and the sign for number at the end.',
    'calendar.reasonMissing':
      'There is a calendar of {year} already. To correct it, say why (at least {least} characters).',
    'calendar.unchanged': 'These days are the same as in the calendar of {year} in use; nothing needs to be entered.',
  },
);
