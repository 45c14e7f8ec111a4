import { writtenDay } from '#lib/plain-date.ts';
import { translator } from '#platform/text.ts';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { className, pointsText } from '#process/standards/edition-words.ts';
import { standardsTexts } from '#process/standards/standards.text.ts';
import { traceLines } from '#process/standards/trace-lines.ts';
import type {
  DocumentBlock,
  DocumentField,
  DocumentPart,
  OfficialDocument,
} from '#support/documents/official-document.ts';
import type { FieldName } from '../../domain/registration-fields.ts';
import { isWritten } from '../../domain/report/rich-text.ts';
import type { ReportSection } from '../../domain/report/sections.ts';
import { criticalTable, dayText, elementTable, evidenceTable, lostTable, naTable, scoreTable } from './data-parts.ts';
import { fieldLabel, fieldText } from './form-words.ts';
import type { ReportSource } from './report-source.ts';
import { richBlocks } from './rich-blocks.ts';

const t = translator(standardsTexts, 'zh-CN');
const TITLE = '企业安全生产自评报告';

/** What a draft carries on every page. */
export interface DraftMark {
  readonly version: number;
  /** Local time, `2026年9月1日 10:20`. */
  readonly at: string;
}

/**
 * The self-assessment report (自评报告): cover, ten parts and annex. Tables, figures and conclusions come from the declaration, narratives
 * from the enterprise; a narrative that is not written yet says so.
 */
export const reportDocument = (source: ReportSource, mark?: DraftMark): OfficialDocument => ({
  title: TITLE,
  cover: coverOf(source),
  pageLabel: '第 {page} 页　共 {pages} 页',
  ...(mark && { mark: { word: '草稿', detail: `第 ${mark.version} 版　${mark.at}` } }),
  ...(source.submitted && {
    digest: { label: `报送编号 ${source.submitted.receipt}　SHA-256：`, value: source.submitted.digest },
  }),
  parts: partsOf(source),
});

/** Score and class in words. */
export const resultText = ({ score, stored: { edition } }: ReportSource): { score: string; class: string } => ({
  score: score ? `${score.printed} 分` : '尚未评完',
  class: score ? (score.class === null ? '不予受理' : className(edition, score.class)) : '尚未评完',
});

const assessedText = ({ form }: ReportSource): string =>
  [dayText(form.assessedFrom), dayText(form.assessedTo)].filter((day) => day !== '').join('至');

const coverOf = (source: ReportSource): OfficialDocument['cover'] => {
  const { register, campaignName } = source;
  const result = resultText(source);
  return {
    facts: [
      { label: '企业名称', value: register.enterpriseName },
      { label: '评估单元', value: register.unitName },
      { label: '统一社会信用代码', value: register.creditCode },
      { label: '行业', value: register.industryName },
      { label: '评估工作', value: campaignName },
      { label: '自评得分', value: result.score },
      { label: '自评类别', value: result.class },
      { label: '自评日期', value: assessedText(source) },
    ],
    lines: [`${register.enterpriseName}（盖章）`, writtenDay(source.asOf)],
  };
};

const narrative = ({ texts }: ReportSource, section: ReportSection): readonly DocumentBlock[] => {
  const text = texts[section];
  return text && isWritten(text) ? richBlocks(text) : [{ kind: 'note', text: '（本节文字尚未填写。）' }];
};

const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] });

const partsOf = (source: ReportSource): readonly DocumentPart[] => [
  { id: 'overview', heading: '一、企业概况', blocks: [factsOf(source), ...narrative(source, 'overview')] },
  { id: 'organisation', heading: '二、自评组织', blocks: [...teamOf(source), ...narrative(source, 'organisation')] },
  {
    id: 'process',
    heading: '三、自评依据与过程',
    blocks: [paragraph(basisText(source)), ...narrative(source, 'process')],
  },
  { id: 'assessment', heading: '四、自评情况', blocks: [elementTable(source), ...narrative(source, 'assessment')] },
  { id: 'scores', heading: '五、得分汇总表', blocks: scoreTable(source) },
  { id: 'critical', heading: '六、必备项、否决项逐项结论', blocks: criticalTable(source) },
  { id: 'not-applicable', heading: '七、缺项说明', blocks: naTable(source) },
  { id: 'lost', heading: '八、扣分点及原因汇总', blocks: lostTable(source) },
  {
    id: 'conclusion',
    heading: '九、自评综述与结论',
    blocks: [...conclusionOf(source), ...narrative(source, 'conclusion')],
  },
  { id: 'pledge', heading: '十、真实性承诺', blocks: pledgeOf(source) },
  { id: 'annex', heading: '附件　佐证材料清单', blocks: evidenceTable(source) },
];

const OVERVIEW: readonly (FieldName | readonly [FieldName, 'wide'])[] = [
  ['address', 'wide'],
  'ownership',
  'scale',
  'foundedOn',
  'staffCount',
  'revenue',
  'fixedAssets',
  ['mainProducts', 'wide'],
  'safetyOrganisation',
  'fullTimeSafetyStaff',
  'specialOperators',
  'safetyEngineers',
  'safetyInvestment',
  'majorHazardSources',
  ['specialHazards', 'wide'],
  ['specialAreas', 'wide'],
  ['recordNote', 'wide'],
];

const factsOf = ({ register, form }: ReportSource): DocumentBlock => {
  const fields: DocumentField[] = [
    { label: '企业名称', value: register.enterpriseName, wide: true },
    { label: '评估单元', value: register.unitName },
    { label: '行业', value: register.industryName },
    { label: '隶属关系', value: register.affiliationName },
    { label: '监管机构', value: register.supervisingBodyName },
  ];
  for (const one of OVERVIEW) {
    const [name, wide] = typeof one === 'string' ? [one, false] : [one[0], true];
    const value = fieldText(form, name);
    if (value !== '') fields.push({ label: fieldLabel(name), value, ...(wide && { wide }) });
  }
  return { kind: 'fields', fields };
};

const teamOf = (source: ReportSource): readonly DocumentBlock[] => {
  const { form } = source;
  const fields = [
    { label: '自评组组长', value: form.teamLeader ?? '' },
    { label: '自评日期', value: assessedText(source) },
  ].filter(({ value }) => value !== '');
  const team = form.team ?? [];
  return [
    ...(fields.length > 0 ? [{ kind: 'fields', fields } as const] : []),
    ...(team.length > 0
      ? [
          {
            kind: 'table',
            caption: '自评组成员',
            columns: [
              { header: '序号', width: 10, align: 'center' },
              { header: '姓名', width: 20 },
              { header: '部门', width: 34 },
              { header: '职务', width: 28 },
              { header: '职称', width: 28 },
            ],
            rows: team.map(({ name = '', department = '', post = '', title = '' }, at) => [
              String(at + 1),
              name,
              department,
              post,
              title,
            ]),
          } as const,
        ]
      : []),
  ];
};

const basisText = ({ stored: { edition, hash }, evidence }: ReportSource): string => {
  const full = edition.items.reduce((sum, item) => sum + item.full, 0);
  const files = evidence.length > 0 ? `，随附佐证材料 ${evidence.length} 份` : '';
  return `本次自评依据《${edition.title ?? edition.industry ?? ''}》（摘要 ${hash.slice(0, 12)}），共 ${edition.items.length} 项，标准分 ${pointsText(full, edition)} 分${files}。`;
};

/** Lines of the account that tell how the class follows: sums, score, class, and every effect that changed something. */
const tellsTheClass = (step: TraceStep, isDecisive: boolean): boolean =>
  step.step === 1 ? step.rule === 'item.fails' : (step.step >= 3 && step.step <= 6) || isDecisive;

const conclusionOf = (source: ReportSource): readonly DocumentBlock[] => {
  const { score, stored } = source;
  if (!score) return [{ kind: 'note', text: '自评尚未评完，得分和类别待全部项目评定后得出。' }];
  const { edition } = stored;
  const result = resultText(source);
  const lines = traceLines(edition, score.trace, t).filter((line, at) =>
    tellsTheClass(score.trace[at]!, line.decisive),
  );
  return [
    paragraph(`自评得分 ${result.score}，自评类别“${result.class}”。类别按下列步骤得出：`),
    ...lines.map(
      (line, at): DocumentBlock => ({
        kind: 'entry',
        depth: 1,
        label: `${at + 1}.`,
        runs: [{ text: `${line.text}。` }],
      }),
    ),
  ];
};

const pledgeOf = ({ register, signer }: ReportSource): readonly DocumentBlock[] => [
  paragraph(
    `${register.enterpriseName}承诺：本报告及所附佐证材料内容真实、准确、完整，自评按标准逐项进行，没有隐瞒和虚报。如有不实，愿承担相应的法律责任。`,
  ),
  {
    kind: 'signatures',
    boxes: [
      { label: `主要负责人（签字）${signer === '' ? '' : `：${signer}`}`, hint: '年　月　日' },
      { label: '企业（盖章）', hint: '年　月　日' },
    ],
  },
];
