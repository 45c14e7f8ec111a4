import type { Publishable } from '#process/public-notice/server/publish-notice.ts';

/** What goes to public notice: classes settled by the spot check or kept by an explicit act. */
export const publishableClasses: Publishable = {
  columns: [
    { key: 'enterprise', label: '企业名称' },
    { key: 'unit', label: '评估单元' },
    { key: 'division', label: '县（区）' },
    { key: 'body', label: '监管机构' },
    { key: 'industry', label: '行业' },
    { key: 'class', label: '拟定类别' },
  ],
  list: async () => [],
};
