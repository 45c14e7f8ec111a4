/** What is looked at before a declaration is handed in. Source language. */
export const zhCN = {
  'checks.errors': '还有 {count} 处须补正，补正后才能报送',
  'checks.warnings': '另有 {count} 项提示，请逐项核对',
  'checks.warnings.text': '以下各项不妨碍报送；如属实，签发时勾选“已知晓”即可，勾选记入操作记录。',
  'checks.clear': '登记表、自评、佐证材料和报告的检查全部通过',
  'checks.each.answers.itemUnanswered': '以下条款没有作答。',
  'checks.each.answers.naWithoutReason': '以下条款不参评，须写明理由。',
  'checks.each.answers.deductionWithoutReason': '以下条款有扣分，须写明扣分原因。',
  'checks.count': '（{count} 处）',
  'checks.show-all': '显示全部 {count} 处',
  'checks.accept': '已知晓上列 {count} 项提示，仍要报送',
  'checks.place.register': '登记信息',
  'checks.place.correction': '补正说明',
  'checks.place.report': '自评报告：{section}',
  'declaration.warningsNotAccepted': '检查有 {count} 项提示。请核对后勾选“已知晓”，再签发报送。',
  'registration.unconfirmed': '带入的内容尚未核对。请核对后确认。',
  'registration.notBefore': '不能晚于今天（{today}）。',
  'registration.beforeCampaign': '自评不能早于本次评估工作开始之日（{startsOn}）。',
  'checks.licenceMissing.work-safety-permit':
    '缺少安全生产许可证（《安全生产许可证条例》第二条）。请补填；没有或正在办理的，在“证照说明”中写明。',
  'checks.licenceExpired.work-safety-permit':
    '安全生产许可证已于 {expired} 到期（《安全生产许可证条例》第二条）。请填新证；正在换证的，在“证照说明”中写明。',
  'checks.licenceMissingExplained.work-safety-permit':
    '缺少安全生产许可证，已在“证照说明”中说明。无证生产经营属违法行为，将如实报送。',
  'checks.licenceExpiredExplained.work-safety-permit': '安全生产许可证已于 {expired} 到期，已在“证照说明”中说明。',
  'checks.licenceMissing.mining-permit':
    '缺少采矿许可证（《矿产资源法》）。请补填；没有或正在办理的，在“证照说明”中写明。',
  'checks.licenceExpired.mining-permit':
    '采矿许可证已于 {expired} 到期（《矿产资源法》）。请填新证；正在换证的，在“证照说明”中写明。',
  'checks.licenceMissingExplained.mining-permit':
    '缺少采矿许可证，已在“证照说明”中说明。无证生产经营属违法行为，将如实报送。',
  'checks.licenceExpiredExplained.mining-permit': '采矿许可证已于 {expired} 到期，已在“证照说明”中说明。',
  'checks.licenceMissing.hazardous-chemicals-permit':
    '缺少危险化学品生产（经营、使用）许可证（《危险化学品安全管理条例》）。请补填；没有或正在办理的，在“证照说明”中写明。',
  'checks.licenceExpired.hazardous-chemicals-permit':
    '危险化学品生产（经营、使用）许可证已于 {expired} 到期（《危险化学品安全管理条例》）。请填新证；正在换证的，在“证照说明”中写明。',
  'checks.licenceMissingExplained.hazardous-chemicals-permit':
    '缺少危险化学品生产（经营、使用）许可证，已在“证照说明”中说明。无证生产经营属违法行为，将如实报送。',
  'checks.licenceExpiredExplained.hazardous-chemicals-permit':
    '危险化学品生产（经营、使用）许可证已于 {expired} 到期，已在“证照说明”中说明。',
  'checks.licenceMissing.fireworks-permit':
    '缺少烟花爆竹经营许可证（《烟花爆竹安全管理条例》第三条）。请补填；没有或正在办理的，在“证照说明”中写明。',
  'checks.licenceExpired.fireworks-permit':
    '烟花爆竹经营许可证已于 {expired} 到期（《烟花爆竹安全管理条例》第三条）。请填新证；正在换证的，在“证照说明”中写明。',
  'checks.licenceMissingExplained.fireworks-permit':
    '缺少烟花爆竹经营许可证，已在“证照说明”中说明。无证生产经营属违法行为，将如实报送。',
  'checks.licenceExpiredExplained.fireworks-permit': '烟花爆竹经营许可证已于 {expired} 到期，已在“证照说明”中说明。',
  'checks.licenceOfOtherTrade.mining-permit': '采矿许可证与本单元行业、危险因素不符。请核对证照或危险因素。',
  'checks.licenceOfOtherTrade.hazardous-chemicals-permit':
    '危险化学品许可证与本单元行业、危险因素不符。请核对证照或危险因素。',
  'checks.licenceOfOtherTrade.fireworks-permit': '烟花爆竹许可证与本单元行业、危险因素不符。请核对证照或危险因素。',
  'checks.expired': '已于 {to} 到期。',
  'checks.expiresSoon': '将于 {to} 到期，请及时办理延续。',
  'checks.hazardOfIndustryMissing': '没有勾选本行业必然涉及的危险因素。请核对。',
  'checks.gradeWithoutSources': '填了重大危险源等级，但重大危险源个数为 0。请核对两处。',
  'checks.sourcesWithoutGrade': '有重大危险源，但等级为“不构成”。请核对两处。',
  'checks.nothingOfHazard': '勾选了这项危险因素，数量却为 0。请核对两处。',
  'checks.naReasonShort': '不适用理由过于简单，写明为什么不适用（至少 {least} 个字），以免退回。',
  'checks.evidenceRequired': '必须附佐证材料。',
  'checks.evidenceMissing': '要求佐证材料，尚未上传。',
  'checks.measureMissing': '失分项还没有完整的整改措施、责任人和期限。',
  'checks.reportSectionBlank': '自评报告的这一部分还没有写。',
  'checks.leaderNotInTeam': '组长“{leader}”不在自评组成员表中。',
  'checks.classDiffers': '申请类别为{wanted}，按自评结果应为{computed}。',
  'checks.classNotAccepted': '申请类别为{wanted}，但按自评结果不予受理。',
  'checks.fullTimeOfficersOfTrade':
    '《安全生产法》第二十四条：矿山、金属冶炼和危险物品等单位应当设置安全生产管理机构或者配备专职安全生产管理人员。',
  'checks.fullTimeOfficersOfSize':
    '《安全生产法》第二十四条：从业人员超过 {limit} 人的，应当设置安全生产管理机构或者配备专职安全生产管理人员。现有 {staffCount} 人。',
  'checks.noSafetyOfficer':
    '《安全生产法》第二十四条：从业人员在 {limit} 人以下的，应当配备专职或者兼职的安全生产管理人员。',
  'checks.principalNotCertified': '《安全生产法》第二十七条：本行业主要负责人应当考核合格，没有填写合格证号。',
  'checks.notInsured': '《安全生产法》第五十一条：高危行业应当投保安全生产责任保险。',
  'checks.creditCodeWrong': '登记册中的统一社会信用代码 {code} 校验不符，请申请更正。',
  'checks.licenceOfOtherCode': '营业执照号与登记册中的统一社会信用代码 {code} 不一致。',
  'checks.recordWithoutNote': '有事故、职业病、处罚或重大事故隐患，请说明情况。',
  'checks.moreOpenThanFound': '尚未整改的多于发现的（{found} 个）。请核对两处。',
  'checks.attachmentsMissing': '附件清单中有 {count} 种常用附件没有勾选。',
  'checks.fileGone': '所选电子文件已经删除，请重新选择。',
} as const satisfies Record<string, string>;
