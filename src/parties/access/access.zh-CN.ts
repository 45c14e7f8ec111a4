/** The roles, in the terms of the notice. Source language. */
export const zhCN = {
  'role.administrator': '系统管理员',
  'role.city-office': '市局综合处',
  'role.reviewer': '初审人员',
  'role.sign-off': '审签人',
  'role.leading-group': '领导小组',
  'role.expert': '专家',
  'role.enterprise': '企业填报人',
  'role.enterprise-manager': '企业负责人',
  'role.auditor': '审计人员',
} as const;
