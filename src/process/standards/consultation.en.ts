import type { Translation } from '#platform/text.ts';
import type { zhCN } from './consultation.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'consultation.draftUnreadable':
    'The draft cannot be read in {count} places, so it cannot be sent out. Correct it first.',
  'consultation.draftSettled': 'This draft was published or set aside; it takes no more comments, letters or rulings.',
  'consultation.openAlready': 'This draft is out for comment until {closesOn}. Send it out again after that day.',
  'consultation.workingDaysOutside': 'Comments must be taken for {min} to {max} working days.',
  'consultation.closed': 'Comments were taken until {closedOn}. Please speak to the city office.',
  'consultation.itemUnknown': 'The draft has no such item. Choose the item again.',
  'consultation.stillOpen': 'This draft is out for comment until {closesOn}; it can be published after that day.',
  'consultation.unanswered': '{count} comments have no answer yet. Adopt or reject each of them first.',
};
