/** 征求意见 and 对条款的意见. Source language. */
export const zhCN = {
  'consultation.draftUnreadable': '草案还有 {count} 处读不出来，不能发出征求意见。请先在草案中改正。',
  'consultation.draftSettled': '这份草案已经发布或废弃，不能再征求、登记或答复意见。',
  'consultation.openAlready': '这份草案正在征求意见，到 {closesOn} 为止。请等到期后再发下一轮。',
  'consultation.workingDaysOutside': '征求意见的时间应为 {min} 至 {max} 个工作日。',
  'consultation.closed': '征求意见已于 {closedOn} 截止。请与综合处联系。',
  'consultation.itemUnknown': '征求意见稿中没有这一条。请重新选择条款。',
  'consultation.stillOpen': '这份草案正在征求意见，{closesOn} 截止后才能发布。',
  'consultation.unanswered': '还有 {count} 条意见没有答复。请先逐条答复采纳或不采纳。',
} as const;
