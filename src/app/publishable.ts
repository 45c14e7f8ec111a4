import type { Publishable } from '#process/public-notice/server/publish-notice.ts';
import { fixedByText } from '#process/spot-check/domain/official-wording.ts';
import { SETTLED_CLASS } from '#process/spot-check/server/order-recheck.ts';
import { settledForNotice } from '#process/spot-check/server/settled-for-notice.ts';

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
  list: async (reader, { cityId }, campaignId) =>
    (await settledForNotice(reader, cityId, campaignId)).map((row) => ({
      subjectType: SETTLED_CLASS,
      subjectId: row.settledId,
      cells: {
        enterprise: row.enterpriseName,
        unit: row.unitName,
        division: row.divisionName,
        body: row.bodyName,
        industry: row.industryName,
        class: row.fixedBy ? fixedByText(row.fixedBy) : row.className,
      },
    })),
};
