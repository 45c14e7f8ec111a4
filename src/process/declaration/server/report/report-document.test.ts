import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { compile, type Edition, score } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { smallAnswers, smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import type { DocumentBlock, OfficialDocument } from '#support/documents/official-document.ts';
import { richTextOf } from '../../domain/report/rich-text.ts';
import { reportDocument } from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import { suggestions } from './suggestions.ts';

/** Two units a point. Worth 40 points: 5 of them not applicable, 12 lost, 23 earned; 23 ÷ 35 × 100 = 65.714…, printed 65.7. */
const edition: Edition = smallEdition({
  title: '评估标准',
  elements: [
    { id: '1', parent: null, title: '安全基础' },
    { id: '1.1', parent: '1', title: '责任制' },
    { id: '1.2', parent: '1', title: '培训' },
    { id: '2', parent: null, title: '现场' },
  ],
  items: [
    smallItem('a', { element: '1.1', clause: '1.1.1', text: '逐级签订责任书。' }),
    smallItem('b', {
      element: '1.1',
      clause: '1.1.2',
      text: '设置安全管理机构。',
      full: 20,
      kind: 'mandatory',
      scoring: 'met',
      na: 'forbidden',
      onFail: [{ cap: 'C' }],
    }),
    smallItem('c', { element: '1.2', clause: '1.2.1', text: '培训外来人员。' }),
    smallItem('d', { element: '2', clause: '2.1.1', text: '设置护栏。', full: 40 }),
  ],
});
const stored = { edition, plan: compile(edition), hash: editionHash(edition) } as ReportSource['stored'];
const given = smallAnswers(edition, { a: 6, b: { met: false }, c: { na: '没有外来人员' }, d: 40 });
const scored = score(stored.plan, given, { trace: true });

const source: ReportSource = {
  stored,
  register: {
    enterpriseName: '攀西矿业',
    creditCode: '91510402MA60000016',
    unitName: '一采区',
    industry: 'opencast-mine',
    industryName: '露天矿山',
    affiliation: 'private',
    affiliationName: '民营',
    divisionCode: '510402',
    divisionName: '东区',
    supervisingBodyId: 'b',
    supervisingBodyName: '东区应急管理局',
  },
  form: { staffCount: 86, teamLeader: '余负责', assessedFrom: '2026-03-01', assessedTo: '2026-03-20' },
  campaignName: '2026 年评估',
  answers: given.answers,
  reasons: { a: '两个班组没有责任书', b: '机构撤销后没有重设' },
  comments: {},
  deductions: {},
  measures: { a: { measure: '补签责任书', person: '向安全', dueOn: plainDate('2026-05-01') } },
  texts: { overview: richTextOf(['本企业开采铁矿。']) },
  evidence: [
    { itemId: 'd', fileName: '护栏.jpg', sizeBytes: 3_000_000 },
    { itemId: 'a', fileName: '责任书.pdf', sizeBytes: 2048 },
  ],
  score: scored.ok ? scored.value : null,
  asOf: plainDate('2026-03-31'),
  signer: '向法人',
  submitted: null,
};

const blocksOf = (document: OfficialDocument, id: string): readonly DocumentBlock[] =>
  document.parts.find((part) => part.id === id)?.blocks ?? [];
const rowsIn = (id: string, from = source) =>
  blocksOf(reportDocument(from), id).flatMap((block) => (block.kind === 'table' ? block.rows : []));
const textsIn = (id: string, from = source) =>
  blocksOf(reportDocument(from), id).flatMap((block) => {
    if (block.kind === 'note') return [block.text];
    return block.kind === 'paragraph' || block.kind === 'entry' ? [block.runs.map(({ text }) => text).join('')] : [];
  });

describe('the self-assessment report', () => {
  it('has cover, ten parts and annex, in the order of the outline', () => {
    const { cover, parts } = reportDocument(source);
    expect(cover?.facts.find(({ label }) => label === '自评得分')?.value).toBe('65.7 分');
    expect(parts.map(({ heading }) => heading.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
      '七、',
      '八、',
      '九、',
      '十、',
      '附件',
    ]);
  });

  it('sums the scores by second-level element as worked out by hand', () => {
    expect(rowsIn('scores')).toEqual([
      ['1', '安全基础', '责任制', '15', '0', '12', '3', '20.0%'],
      ['2', '安全基础', '培训', '5', '5', '0', '0', '—'],
      ['3', '现场', '', '20', '0', '0', '20', '100.0%'],
      ['', '合计', '', '40', '5', '12', '23', '65.7%'],
    ]);
  });

  it('lists mandatory and veto items, items left out and lost points with what is done about them', () => {
    expect(rowsIn('critical')).toEqual([
      ['1', '1.1.2', '必备项', '设置安全管理机构。', '不符合', '机构撤销后没有重设\n最高只能评为“C”'],
    ]);
    expect(rowsIn('not-applicable')).toEqual([
      ['1', '1.2.1', '培训外来人员。', '5', '没有外来人员'],
      ['', '合计', '', '5', ''],
    ]);
    expect(rowsIn('lost')).toEqual([
      ['1', '1.1.1', '两个班组没有责任书', '2', '补签责任书', '向安全', '2026-05-01'],
      ['2', '1.1.2', '机构撤销后没有重设', '10', '', '', ''],
      ['', '合计', '', '12', '', '', ''],
    ]);
  });

  it('tells in words how the class follows', () => {
    expect(textsIn('conclusion').slice(0, -1)).toEqual([
      '自评得分 65.7 分，自评类别“C”。类别按下列步骤得出：',
      '必备项 1.1.2 设置安全管理机构：应得 10 分，只得 0 分，判为不符合。',
      '标准分 40 分，不参评 5 分，应得 35 分；实得 23 分，扣 12 分。',
      '实得 23 ÷ 应得 35 × 100 = 460/7。',
      '四舍五入到 1 位小数：65.7 分。',
      '65.7 分达到“C”的分数线 60：按得分为“C”（A ≥ 90，B ≥ 75，C ≥ 60，D ≥ 0）。',
    ]);
  });

  it('lists the evidence in the order of the standard', () => {
    expect(rowsIn('annex')).toEqual([
      ['1', '1.1.1', '责任书.pdf', '2 KB'],
      ['2', '2.1.1', '护栏.jpg', '2.9 MB'],
    ]);
  });

  it('prints what the enterprise wrote, and says where nothing is written', () => {
    expect(textsIn('overview')).toEqual(['本企业开采铁矿。']);
    expect(textsIn('organisation')).toEqual(['（本节文字尚未填写。）']);
  });

  it('says of a draft with open items what is missing instead of a class', () => {
    const { d: _, ...answers } = source.answers;
    const open = { ...source, answers, score: null };
    expect(rowsIn('scores', open).at(-1)).toEqual(['', '合计', '', '40', '5', '32', '3', '8.6%']);
    expect(textsIn('scores', open)).toContain('尚有 1 项没有评定，其标准分值暂列入扣分。');
    expect(textsIn('conclusion', open)[0]).toContain('尚未评完');
  });

  it('says where a failed item has cleared an element', () => {
    const zeroing = smallEdition({
      ...edition,
      items: edition.items.map((item) => (item.id === 'b' ? { ...item, onFail: [{ zero: '2' }] } : item)),
    });
    const plan = compile(zeroing);
    const cleared = score(plan, given, { trace: true });
    const from = {
      ...source,
      stored: { ...stored, edition: zeroing, plan },
      score: cleared.ok ? cleared.value : null,
    };
    expect(textsIn('scores', from).at(-1)).toContain('另有 20 分清零');
    expect(textsIn('conclusion', from).join('')).toContain('要素“现场”下的得分 20 分全部清零');
  });

  it('suggests a text for every section from the data', () => {
    const suggested = suggestions(source);
    expect(Object.keys(suggested)).toEqual(['overview', 'organisation', 'process', 'assessment', 'conclusion']);
    const written = JSON.stringify(suggested);
    for (const part of [
      '91510402MA60000016',
      '余负责任组长',
      '2026年3月1日至2026年3月20日',
      '机构撤销后没有重设',
      '扣分项 2 项，共扣 12 分',
      '1 项已制定整改措施',
    ])
      expect(written).toContain(part);
  });
});
