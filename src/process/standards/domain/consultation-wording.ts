import type { AddresseeGroup, CommentSide, RemarkOutcome, Ruling } from './consultation.ts';

/** Official papers are Chinese, whatever the language of the page. */
export const COMMENTS_TABLE = '意见采纳情况汇总表';

export const groupNames: Readonly<Record<AddresseeGroup, string>> = {
  bodies: '各监管机构',
  experts: '本行业专家',
  enterprises: '本行业企业',
  public: '社会公众',
};

export const sideNames: Readonly<Record<CommentSide, string>> = {
  body: '监管机构',
  expert: '专家',
  enterprise: '企业',
  letter: '来信来访',
};

export const rulingNames: Readonly<Record<Ruling | RemarkOutcome, string>> = {
  adopted: '采纳',
  'not-adopted': '不采纳',
  'set-aside': '暂不采用',
};

/** A covering note to start from. */
export const proposedNote = (title: string, against: string | undefined): string =>
  [
    `我们起草了《${title}》（征求意见稿），现征求你单位（你）的意见。`,
    against === undefined
      ? '本行业此前没有现行标准，请就全部条款提出意见。'
      : `征求意见稿是在现行《${against}》的基础上修订的，逐条标明了改动之处，请重点就改动的条款提出意见。`,
    '请在截止日期前逐条或就全文提出修改意见并说明理由。每一条意见都会得到采纳或不采纳的答复。',
  ].join('\n');
