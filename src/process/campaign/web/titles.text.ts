import { catalogue } from '#platform/text.ts';

/** Titles of the pages, known before the slice's own texts are loaded. */
export const campaignTitles = catalogue(
  {
    campaigns: '评估工作',
    openCampaign: '启动评估工作',
    campaign: '评估工作',
    orderRevision: '下达标准修订',
    revision: '标准修订',
    roster: '企业名册',
    imports: '导入名册',
    import: '名册预览',
    addUnit: '登记评估单元',
    unit: '评估单元',
    editUnit: '修改登记信息',
  },
  {
    campaigns: 'Campaigns',
    openCampaign: 'Open a campaign',
    campaign: 'Campaign',
    orderRevision: 'Order a revision of a standard',
    revision: 'Revision of a standard',
    roster: 'Roster',
    imports: 'Import a roster',
    import: 'Preview of a roster',
    addUnit: 'Enter an assessed unit',
    unit: 'Assessed unit',
    editUnit: 'Correct the register',
  },
);
