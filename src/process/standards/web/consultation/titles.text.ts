import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const consultationTitles = catalogue(
  {
    consultations: '征求意见',
    newConsultation: '发出征求意见',
    consultation: '征求意见',
    summary: '意见采纳情况汇总表',
    remarks: '对条款的意见',
    opinions: '我的意见',
  },
  {
    consultations: 'Consultations',
    newConsultation: 'Send out for comment',
    consultation: 'Consultation',
    summary: 'Summary of comments and answers',
    remarks: 'Remarks on items',
    opinions: 'My comments',
  },
);
