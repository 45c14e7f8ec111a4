import { isPlainDate, writtenDay } from '#lib/plain-date.ts';
import { translator } from '#platform/text.ts';
import { countedText } from '#process/standards/deduction-words.ts';
import { deductionsTexts } from '#process/standards/deductions.text.ts';
import { losesPoints } from '#process/standards/domain/index.ts';
import { effectText, pointsText } from '#process/standards/edition-words.ts';
import { standardsTexts } from '#process/standards/standards.text.ts';
import type { DocumentBlock, DocumentColumn } from '#support/documents/official-document.ts';
import { sumsByElement } from '../../domain/element-sums.ts';
import { noMeasure } from '../../domain/rectification/measure.ts';
import { criticalLines, lostLines, naLines, rateOf, type ScoreLine, scoreLines } from '../../domain/report/tables.ts';
import { sectionsOf } from '../../domain/sections.ts';
import type { ReportSource } from './report-source.ts';

const t = translator(standardsTexts, 'zh-CN');
const words = translator(deductionsTexts, 'zh-CN');

const number: DocumentColumn = { header: '序号', width: 11, align: 'center' };
const points = (header: string, width = 10): DocumentColumn => ({ header, width, align: 'right' });
const rateText = (line: ScoreLine): string => {
  const rate = rateOf(line);
  return rate === null ? '—' : `${rate.toFixed(1)}%`;
};

const note = (text: string): DocumentBlock => ({ kind: 'note', text });

/** 各要素自评情况: how many items of each first-level element are met, lost points or do not apply. */
export const elementTable = ({ stored: { edition }, answers }: ReportSource): DocumentBlock => {
  const tops = new Map<string, { full: number; lost: number; na: number; open: number; all: number }>();
  for (const { top, items } of sectionsOf(edition)) {
    const sums = tops.get(top.title) ?? { full: 0, lost: 0, na: 0, open: 0, all: 0 };
    for (const item of items) {
      const answer = answers[item.id];
      sums.all += 1;
      if (!answer) sums.open += 1;
      else if ('na' in answer) sums.na += 1;
      else if (losesPoints(item, answer)) sums.lost += 1;
      else sums.full += 1;
    }
    tops.set(top.title, sums);
  }
  const { rows, total } = sumsByElement(edition, answers);
  const rateByTitle = new Map(rows.map((row) => [row.title, rateText({ ...row, deducted: 0, open: 0 })] as const));
  const line = (sums: { full: number; lost: number; na: number; open: number; all: number }) =>
    [sums.all, sums.full, sums.lost, sums.na, sums.open].map(String);
  const whole = [...tops.values()].reduce((a, b) => ({
    full: a.full + b.full,
    lost: a.lost + b.lost,
    na: a.na + b.na,
    open: a.open + b.open,
    all: a.all + b.all,
  }));
  return {
    kind: 'table',
    caption: '各要素自评情况',
    columns: [
      number,
      { header: '一级要素', width: 44 },
      points('项数', 11),
      points('满分项', 13),
      points('扣分项', 13),
      points('缺项', 11),
      points('未评', 11),
      points('得分率', 14),
    ],
    rows: [
      ...[...tops].map(([title, sums], at) => [String(at + 1), title, ...line(sums), rateByTitle.get(title) ?? '']),
      ['', '合计', ...line(whole), rateText({ ...total, deducted: 0, open: 0 })],
    ],
    totals: 1,
  };
};

/** 得分汇总表. */
export const scoreTable = ({ stored: { edition }, answers, score }: ReportSource): readonly DocumentBlock[] => {
  const { rows, total } = scoreLines(edition, answers);
  const text = (units: number) => pointsText(units, edition);
  const line = (sums: ScoreLine) => [
    text(sums.full),
    text(sums.na),
    text(sums.deducted),
    text(sums.earned),
    rateText(sums),
  ];
  const zeroed = score?.trace.flatMap((step) => (step.rule === 'zero' && step.before > 0 ? [step.before] : [])) ?? [];
  const zeroedUnits = zeroed.reduce((sum, units) => sum + units, 0);
  return [
    {
      kind: 'table',
      columns: [
        number,
        { header: '一级要素', width: 26 },
        { header: '二级要素', width: 34 },
        points('标准分值', 15),
        points('空项分值', 15),
        points('扣分', 10),
        points('评定分', 13),
        points('得分率', 14),
      ],
      rows: [
        ...rows.map((row, at) => [String(at + 1), row.top, row.section === row.top ? '' : row.section, ...line(row)]),
        ['', '合计', '', ...line(total)],
      ],
      totals: 1,
    },
    note('评定分 = 标准分值 − 空项分值 − 扣分；得分率 = 评定分 ÷（标准分值 − 空项分值）。'),
    ...(total.open > 0 ? [note(`尚有 ${total.open} 项没有评定，其标准分值暂列入扣分。`)] : []),
    ...(zeroedUnits > 0
      ? [
          note(
            `上表为逐项评定的结果。因必备项、否决项或日常监管情形，另有 ${text(zeroedUnits)} 分清零，见“自评综述与结论”。`,
          ),
        ]
      : []),
  ];
};

const STANDS = { met: '符合', unmet: '不符合', na: '不参评', open: '未评' } as const;

/** 必备项、否决项逐项结论. */
export const criticalTable = ({ stored: { edition }, answers, reasons }: ReportSource): readonly DocumentBlock[] => {
  const lines = criticalLines(edition, answers);
  if (lines.length === 0) return [note('本标准没有必备项和否决项。')];
  const consequence = ({ item, stands }: (typeof lines)[number]): string => {
    if (stands === 'unmet')
      return [reasons[item.id] ?? '', item.onFail.map((effect) => effectText(edition, effect, t)).join('；')]
        .filter((part) => part !== '')
        .join('\n');
    const answer = answers[item.id];
    return stands === 'na' && answer && 'na' in answer ? answer.na : '';
  };
  return [
    {
      kind: 'table',
      columns: [
        number,
        { header: '项目', width: 15, align: 'center' },
        { header: '类别', width: 14, align: 'center' },
        { header: '要求', width: 58 },
        { header: '结论', width: 14, align: 'center' },
        { header: '原因或后果', width: 36 },
      ],
      rows: lines.map((line, at) => [
        String(at + 1),
        line.item.clause ?? line.item.id,
        t(`standards.kind.${line.item.kind}`),
        line.item.text ?? '',
        STANDS[line.stands],
        consequence(line),
      ]),
    },
  ];
};

/** 合理缺项明细. */
export const naTable = ({ stored: { edition }, answers }: ReportSource): readonly DocumentBlock[] => {
  const lines = naLines(edition, answers);
  if (lines.length === 0) return [note('没有缺项。')];
  return [
    {
      kind: 'table',
      columns: [
        number,
        { header: '项目', width: 15, align: 'center' },
        { header: '要求', width: 52 },
        points('标准分值', 16),
        { header: '合理缺项说明', width: 50 },
      ],
      rows: [
        ...lines.map(({ item, reason }, at) => [
          String(at + 1),
          item.clause ?? item.id,
          item.text ?? '',
          pointsText(item.full, edition),
          reason,
        ]),
        [
          '',
          '合计',
          '',
          pointsText(
            lines.reduce((sum, { item }) => sum + item.full, 0),
            edition,
          ),
          '',
        ],
      ],
      totals: 1,
    },
  ];
};

/** 扣分点及原因汇总, with what is done about each. */
export const lostTable = (source: ReportSource): readonly DocumentBlock[] => {
  const { answers, reasons, comments, deductions, measures } = source;
  const { edition } = source.stored;
  const lines = lostLines(edition, answers, deductions);
  if (lines.length === 0) return [note('没有扣分。')];
  const why = ({ item, counts }: (typeof lines)[number]): string =>
    [reasons[item.id] ?? comments[item.id] ?? '', countedText(edition, item, counts, words)]
      .filter((part) => part !== '')
      .join('\n');
  return [
    {
      kind: 'table',
      columns: [
        number,
        { header: '项目', width: 14, align: 'center' },
        { header: '扣分点及原因', width: 46 },
        points('扣分', 11),
        { header: '整改措施', width: 40 },
        { header: '责任人', width: 15, align: 'center' },
        { header: '整改期限', width: 23, align: 'center' },
      ],
      rows: [
        ...lines.map((line, at) => {
          const { measure, person, dueOn } = measures[line.item.id] ?? noMeasure;
          return [
            String(at + 1),
            line.item.clause ?? line.item.id,
            why(line) || line.item.text || '',
            pointsText(line.lost, edition),
            measure,
            person,
            dueOn ?? '',
          ];
        }),
        [
          '',
          '合计',
          '',
          pointsText(
            lines.reduce((sum, { lost }) => sum + lost, 0),
            edition,
          ),
          '',
          '',
          '',
        ],
      ],
      totals: 1,
    },
  ];
};

/** 附件: the files that prove the answers, by item. */
export const evidenceTable = ({ stored: { edition }, evidence }: ReportSource): readonly DocumentBlock[] => {
  if (evidence.length === 0) return [note('没有随附佐证材料。')];
  const clauses = new Map(edition.items.map((item, at) => [item.id, { clause: item.clause ?? item.id, at }]));
  const inOrder = evidence.toSorted((a, b) => (clauses.get(a.itemId)?.at ?? 0) - (clauses.get(b.itemId)?.at ?? 0));
  return [
    {
      kind: 'table',
      columns: [
        number,
        { header: '项目', width: 18, align: 'center' },
        { header: '文件名', width: 76 },
        points('大小', 18),
      ],
      rows: inOrder.map(({ itemId, fileName, sizeBytes }, at) => [
        String(at + 1),
        clauses.get(itemId)?.clause ?? itemId,
        fileName,
        sizeBytes < 1024 * 1024
          ? `${Math.max(1, Math.round(sizeBytes / 1024))} KB`
          : `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`,
      ]),
    },
  ];
};

/** A day as it is written in a sentence; what is no day stays as it is. */
export const dayText = (day: string | undefined): string =>
  day === undefined ? '' : isPlainDate(day) ? writtenDay(day) : day;
