export const zhCN = {
  'sheet.last.offer':
    '本单位在“{campaign}”中报送过自评（{printed} 分，{class}），可以复制上年度的答案，逐项确认后生效。',
  'sheet.last.copy': '复制上年度答案',
  'sheet.last.copy.first': '条款没有变化的 {same} 项，列出上年度的答案、扣分原因和备注，标明“上年度，待确认”。',
  'sheet.last.copy.changed': '条款有变化的 {changed} 项，并列显示变化和上年度的答案，由您决定。',
  'sheet.last.copy.left':
    '今年已经填写的 {count} 项不动；今年新增的 {fresh} 项须另行填写，上年度的 {gone} 项今年已取消。',
  'sheet.last.copy.last': '待确认的答案不计入得分，也不能报送；佐证材料和整改措施不复制。',
  'sheet.last.copied': '已复制 {count} 项上年度的答案，请逐项确认',
  'sheet.last.mark': '上年度，待确认',
  'sheet.last.given': '{campaign}：{answer}',
  'sheet.last.reason': '扣分原因：{reason}',
  'sheet.last.comment': '备注：{comment}',
  'sheet.last.confirm': '确认：{answer}',
  'sheet.last.waiting': '还有 {count} 项上年度的答案待确认。',
  'sheet.last.confirm-element': '确认本要素上年度答案（{count} 项）',
  'sheet.last.confirm-element.first': '“{element}”中 {count} 项按上年度的答案填入，今年的情况与上年度一致。',
  'sheet.last.confirm-element.second': '已逐项核对过今年的情况；条款有变化的项不在其内。',

  'sheet.usual': '退回常见原因',
  'sheet.usual.both': '本市同行业有 {returned} 家在这一项被退回补正，{adjusted} 家的得分被调整',
  'sheet.usual.returned': '本市同行业有 {returned} 家在这一项被退回补正',
  'sheet.usual.adjusted': '本市同行业有 {adjusted} 家在这一项的得分被调整',

  'sheet.keys.points': '填得分',
  'sheet.keys.reason': '写扣分原因或不参评的理由',
  'sheet.keys.comment': '写备注',
  'sheet.keys.files': '添加佐证',
  'sheet.keys.confirm': '确认上年度或修订前的答案',
  'sheet.keys.back': '从输入框回到条款',
  'sheet.keys.next-element': '下一要素',
  'sheet.keys.previous-element': '上一要素',

  'declaration.nothingLastTime': '本单位在以往的评估工作中没有报送过，没有可以复制的答案。',
} as const;
