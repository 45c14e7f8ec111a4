import { losesPoints } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { lostItems } from '../../domain/rectification/measure.ts';
import type { FieldName } from '../../domain/registration-fields.ts';
import { type RichBlock, type RichText, richTextOf } from '../../domain/report/rich-text.ts';
import type { ReportSection } from '../../domain/report/sections.ts';
import { sectionsOf } from '../../domain/sections.ts';
import { dayText } from './data-parts.ts';
import { fieldLabel, fieldText } from './form-words.ts';
import { resultText } from './report-document.ts';
import type { ReportSource } from './report-source.ts';

/** What each narrative may say, worked out from the declaration; the person edits it. A part without data is left out. */
export const suggestions = (source: ReportSource): Readonly<Record<ReportSection, RichText>> => ({
  overview: richTextOf(overview(source)),
  organisation: richTextOf(organisation(source)),
  process: richTextOf(course(source)),
  assessment: { type: 'doc', content: assessment(source) },
  conclusion: richTextOf(conclusion(source)),
});

/** Parts of a sentence that have something to say. */
const sentence = (parts: readonly (string | false | undefined)[]): string => {
  const said = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return said.length === 0 ? '' : `${said.join('，')}。`;
};

const overview = ({ register, form }: ReportSource): string[] => {
  const said = (name: FieldName, before = fieldLabel(name)) => {
    const text = fieldText(form, name);
    return text === '' ? '' : `${before}${text.replace(/ /g, '')}`;
  };
  const accidents = form.accidents ?? [];
  const sum = (of: 'deaths' | 'seriousInjuries' | 'occupationalDiseases') =>
    accidents.reduce((total, year) => total + (year[of] ?? 0), 0);
  return [
    sentence([
      `${register.enterpriseName}（统一社会信用代码 ${register.creditCode}）${said('address', '位于')}`,
      form.foundedOn && `成立于${dayText(form.foundedOn)}`,
      said('ownership', '企业性质为'),
      said('scale', '企业规模为'),
    ]) +
      sentence([
        `本次评估单元为${register.unitName}`,
        `行业为${register.industryName}`,
        `由${register.supervisingBodyName}监管`,
      ]),
    sentence([said('mainProducts', '主要产品或业务为')]) +
      sentence([
        said('staffCount'),
        said('specialOperators', '其中特种作业人员'),
        said('revenue'),
        said('fixedAssets'),
      ]),
    sentence([
      said('safetyOrganisation', '安全管理机构为'),
      said('fullTimeSafetyStaff', '配备专职安全管理人员'),
      said('safetyEngineers'),
      said('safetyInvestment'),
    ]),
    sentence([
      said('specialHazards', '生产经营涉及'),
      form.majorHazardSources === 0 ? '没有重大危险源' : said('majorHazardSources'),
    ]) + sentence([said('specialAreas', '特殊危险区域：')]),
    accidents.length > 0
      ? `近三年生产安全事故死亡${sum('deaths')}人，重伤${sum('seriousInjuries')}人，新增职业病${sum('occupationalDiseases')}人。`
      : '',
  ];
};

const organisation = ({ form, register }: ReportSource): string[] => {
  const names = (form.team ?? []).flatMap(({ name, department }) =>
    name ? [department ? `${name}（${department}）` : name] : [],
  );
  const dates = [dayText(form.assessedFrom), dayText(form.assessedTo)].filter((day) => day !== '').join('至');
  return [
    sentence([
      `为做好${register.unitName}的安全生产自评，企业成立自评组`,
      form.teamLeader && `由${form.teamLeader}任组长`,
      names.length > 0 && `成员为${names.join('、')}`,
    ]),
    sentence([
      dates !== '' && `自评于${dates}进行`,
      '组长统筹安排，成员按部门职责分别核查有关要素，结果由自评组集体讨论确定',
    ]),
  ];
};

const course = ({ stored: { edition }, register }: ReportSource): string[] => [
  `自评组依据安全生产法律法规和《${edition.title ?? register.industryName}》，对照标准逐项核查。`,
  '核查采取查阅资料、查看现场、询问人员相结合的方式，逐项记录符合情况；不符合的，写明扣分原因，提出整改措施，明确责任人和期限；不适用的，说明理由。',
  '核查结束后，自评组汇总得分，形成本报告，经主要负责人审定后报送。',
];

const MOST_NAMED = 5;

const assessment = ({ stored: { edition }, answers, reasons }: ReportSource): RichBlock[] => {
  const tops = new Map<string, string[]>();
  for (const { top, items } of sectionsOf(edition)) {
    const found = items.flatMap((item) => {
      const answer = answers[item.id];
      return answer && losesPoints(item, answer) ? [reasons[item.id] ?? item.text ?? item.id] : [];
    });
    tops.set(top.title, [...(tops.get(top.title) ?? []), ...found]);
  }
  return [...tops].flatMap(([title, faults]): RichBlock[] => {
    const named = faults.slice(0, MOST_NAMED).map((text) => text.replace(/[\s。；;]+$/u, ''));
    const more = faults.length > MOST_NAMED ? `等 ${faults.length} 项` : '';
    const text =
      faults.length === 0 ? '已评定的各项未发现不符合要求的情况。' : `主要不足：${named.join('；')}${more}。`;
    return [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: title }] },
      { type: 'paragraph', content: [{ type: 'text', text: text.replace(/[\n\r\t]+/g, ' ') }] },
    ];
  });
};

const conclusion = (source: ReportSource): string[] => {
  const { stored, answers, measures, score, register } = source;
  const { edition } = stored;
  const lost = lostItems(edition, answers);
  const planned = lost.filter(({ id }) => (measures[id]?.measure ?? '') !== '').length;
  const result = resultText(source);
  return [
    score
      ? `经自评，${register.unitName}得分 ${score.printed} 分（满分 ${edition.scale} 分），自评类别为“${result.class}”。`
      : '',
    lost.length === 0
      ? '自评没有发现扣分项。'
      : `自评发现扣分项 ${lost.length} 项，共扣 ${pointsText(
          lost.reduce((sum, item) => {
            const answer = answers[item.id];
            return sum + item.full - (answer && 'points' in answer ? answer.points : 0);
          }, 0),
          edition,
        )} 分${planned > 0 ? `，其中 ${planned} 项已制定整改措施，明确了责任人和期限` : ''}。`,
    '企业将按期完成整改，整改情况及时登记，并继续做好安全生产责任制落实、教育培训和隐患排查治理工作。',
  ];
};
