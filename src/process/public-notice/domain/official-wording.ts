import { chineseOrdinal } from '#support/numbering/domain/chinese-ordinal.ts';

/** What the proposed wording of a notice is made from; official documents are Chinese. */
export interface NoticeOccasion {
  readonly campaignName: string;
  /** Title and number of the implementing plan, as the scheme gives them. */
  readonly plan: { readonly title: string; readonly number: string };
  /** Full name of the office that takes objections on paper. */
  readonly office: string;
  /** Of the notices of the campaign, from 1. */
  readonly batch: number;
}

/** A title within title marks has the single ones (GB/T 15834-2011, 4.15). */
const inTitleMarks = (title: string): string => `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;

/** Title and introduction as such notices are usually worded; the officer may change both. */
export const proposedWording = ({ campaignName, plan, office, batch }: NoticeOccasion) => ({
  title: `关于${campaignName}拟定名单（第${chineseOrdinal(batch)}批）的公示`,
  introduction: [
    `根据${inTitleMarks(plan.title)}（${plan.number}），经企业自评申报、组织初审和抽查核定，现将拟定类别的评估单元名单向社会公示，接受社会监督。`,
    `公示期内，任何单位和个人对名单有异议的，可通过本页面提出，也可书面向${office}反映。以单位名义反映的请加盖公章，以个人名义反映的请署真实姓名并留下联系电话，写明具体事实和理由，以便核实和答复。`,
    '公示期满，对无异议或异议不成立的单元，提请领导小组正式确定类别；有异议的单元先行核查，不影响其他单元。',
  ].join('\n'),
});
