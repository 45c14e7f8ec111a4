import { catalogue } from '#platform/text.ts';

export const organisationsTexts = catalogue(
  {
    'organisations.title': '机构与职责',
    'organisations.intro':
      '机构来自已发布的方案；用今名，2009 年通知中的旧名列为别名，查询和导入名册时两种名称都能认出。',
    'organisations.name': '机构',
    'organisations.short': '简称',
    'organisations.kind': '类别',
    'organisations.aliases': '2009 年旧名及其他别名',
    'organisations.duties': '职责',
    'organisations.industries': '主管行业',
    'organisations.empty': '没有机构。建立城市时由方案带入。',
    'organisations.kind.city-bureau': '市局',
    'organisations.kind.city-office': '综合处',
    'organisations.kind.division': '市局处室',
    'organisations.kind.leading-group': '领导小组',
    'organisations.kind.leading-group-office': '领导小组办公室',
    'organisations.kind.county-bureau': '县（区）局',
    'organisations.kind.park': '园区',
  },
  {
    'organisations.title': 'Bodies and duties',
    'organisations.intro':
      'The bodies come from the published scheme under their names of today; the names of 2009 are aliases, and searches and rosters know both.',
    'organisations.name': 'Body',
    'organisations.short': 'Short name',
    'organisations.kind': 'Kind',
    'organisations.aliases': 'Names of 2009 and other aliases',
    'organisations.duties': 'Duties',
    'organisations.industries': 'Industries in charge of',
    'organisations.empty': 'No bodies. They come with the scheme when the city is founded.',
    'organisations.kind.city-bureau': 'City bureau',
    'organisations.kind.city-office': 'City office',
    'organisations.kind.division': 'Division of the city bureau',
    'organisations.kind.leading-group': 'Leading group',
    'organisations.kind.leading-group-office': 'Office of the leading group',
    'organisations.kind.county-bureau': 'County bureau',
    'organisations.kind.park': 'Park',
  },
);
