import type { Scheme } from './scheme-form.ts';

export type PaperRules = NonNullable<Scheme['paper']>;

/** 攀安监〔2009〕166号 三、第二阶段（一）: 一式三份; what the notice leaves open is as a scheme without rules of its own is read. */
const UNSAID: PaperRules = {
  copies: {
    value: [{ keeper: '受理单位存档' }, { keeper: '市局存档' }, { keeper: '企业留存' }],
    basis: '攀安监〔2009〕166号 三、第二阶段（一）“一式三份”；方案未另定去向',
  },
  countingDate: { value: 'electronic', basis: '方案未另定：以网上报送之日为准' },
  arrivalWorkingDays: { value: 10, basis: '方案未另定：网上报送后 10 个工作日' },
  completionWorkingDays: { value: 5, basis: '方案未另定：通知后 5 个工作日' },
};

/** How many copies go where, and which day counts. */
export const paperRules = (scheme: Pick<Scheme, 'paper'>): PaperRules => scheme.paper ?? UNSAID;
