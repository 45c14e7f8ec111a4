import { dayOf } from '#lib/plain-date.ts';
import { documentName } from '#parties/enterprises/domain/fact-document.ts';
import { enterprisesTexts } from '#parties/enterprises/enterprises.text.ts';
import { translator } from '#platform/text.ts';
import { countedText } from '#process/standards/deduction-words.ts';
import { deductionsTexts } from '#process/standards/deductions.text.ts';
import type { Answer, Edition, Item } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import type { PrintedTable, RecordDocument, RecordSection } from '#support/documents/pdf/documents.ts';
import { answerAfter, countsAfter, type Verdict } from '../domain/verdict.ts';
import type { Workbench } from '../review.contract.ts';
import type { StoredVerdict } from '../verdict-shapes.ts';

const VERDICTS = { agree: '', adjust: '（调整）', 'refuse-na': '（不认可不参评）' } as const;

interface Printed {
  readonly review: Workbench;
  readonly edition: Edition;
}

const answerText = (edition: Edition, answer: Answer): string => {
  if ('na' in answer) return '不参评';
  if ('met' in answer) return answer.met ? '符合' : '不符合';
  return `${pointsText(answer.points, edition)} 分`;
};

const asVerdict = (itemId: string, { verdict, points, met, deductions, comment }: StoredVerdict): Verdict => ({
  itemId,
  verdict,
  comment,
  ...(points === undefined ? {} : { points }),
  ...(met === undefined ? {} : { met }),
  ...(deductions && { deductions }),
});

const words = translator(deductionsTexts, 'zh-CN');

/** What a verdict says, and before it how the points that count came about. */
const explained = ({ review, edition }: Printed, item: Item): string => {
  const stored = review.verdicts[item.id];
  const verdict = stored && asVerdict(item.id, stored);
  const counted = countedText(edition, item, countsAfter(review.submission.deductions[item.id], verdict), words);
  return [counted === '' ? '' : `扣分明细：${counted}`, verdict?.comment ?? '']
    .filter((part) => part !== '')
    .join('\n');
};

const table = (headers: readonly [string, number | 'fit'][], rows: readonly (readonly string[])[]): PrintedTable => ({
  columns: headers.map(([header, width]) => ({ header, width })),
  rows,
});

/** 必备项核查, 否决项核查: clause, self-assessment, finding, what proves it, comment. */
const criticalSection = (printed: Printed, kind: Item['kind'], heading: string): RecordSection => {
  const { review, edition } = printed;
  const items = edition.items.filter((item) => item.kind === kind);
  if (items.length === 0) return { heading, paragraphs: ['本标准没有此类项目。'] };
  const proofs = new Map<string, number>();
  for (const { itemId } of review.submission.evidence) proofs.set(itemId, (proofs.get(itemId) ?? 0) + 1);
  const rows = items.map((item) => {
    const answer = review.submission.answers[item.id] ?? { na: '' };
    const stored = review.verdicts[item.id];
    const after = stored ? answerAfter(item, answer, asVerdict(item.id, stored)) : answer;
    return [
      item.clause ?? item.id,
      item.text ?? '',
      answerText(edition, answer),
      stored ? `${answerText(edition, after)}${VERDICTS[stored.verdict]}` : '未核查',
      [item.basis ?? '', `佐证 ${proofs.get(item.id) ?? 0} 件`].filter((part) => part !== '').join('；'),
      explained(printed, item),
    ];
  });
  return {
    heading,
    table: table(
      [
        ['条款', 'fit'],
        ['要求', 5],
        ['自评', 'fit'],
        ['核查结论', 1.4],
        ['依据、佐证', 3.6],
        ['说明', 2],
      ],
      rows,
    ),
  };
};

const earned = (item: Item, answer: Answer): number | null => {
  if ('na' in answer) return null;
  return 'met' in answer ? (answer.met ? item.full : 0) : answer.points;
};

/** 抽核项目得分差异: what the examination changed, self against reviewed, as a share of the full points. */
const differenceSection = (printed: Printed): RecordSection => {
  const { review, edition } = printed;
  const rows = edition.items.flatMap((item) => {
    const stored = review.verdicts[item.id];
    const answer = review.submission.answers[item.id];
    if (!stored || !answer || stored.verdict === 'agree') return [];
    const after = answerAfter(item, answer, asVerdict(item.id, stored));
    const [before, now] = [earned(item, answer), earned(item, after)];
    const share =
      before === null || now === null || item.full === 0 ? '—' : `${Math.round(((now - before) / item.full) * 100)}%`;
    return [
      [
        item.clause ?? item.id,
        answerText(edition, answer),
        answerText(edition, after),
        share,
        explained(printed, item),
      ],
    ];
  });
  const heading = '抽核项目得分差异';
  if (rows.length === 0) return { heading, paragraphs: ['核查结论与自评一致。'] };
  return {
    heading,
    table: table(
      [
        ['条款', 'fit'],
        ['自评', 'fit'],
        ['核查', 'fit'],
        ['差异率', 'fit'],
        ['说明', 4],
      ],
      rows,
    ),
  };
};

/** 缺项认定: items not applicable, with the enterprise's reason and what the examiner says to it. */
const absentSection = ({ review, edition }: Printed): RecordSection => {
  const rows = edition.items.flatMap((item) => {
    const answer = review.submission.answers[item.id];
    if (!answer || !('na' in answer)) return [];
    const verdict = review.verdicts[item.id]?.verdict;
    return [[item.clause ?? item.id, answer.na, verdict === 'refuse-na' ? '不认可' : '认可']];
  });
  const heading = '缺项认定';
  if (rows.length === 0) return { heading, paragraphs: ['没有不参评的项目。'] };
  return {
    heading,
    table: table(
      [
        ['条款', 'fit'],
        ['不参评理由', 4],
        ['认定', 'fit'],
      ],
      rows,
    ),
  };
};

const kindText = (edition: Edition, kind: string): string =>
  enterprisesTexts['zh-CN'][`supervision.kind.${kind}` as keyof (typeof enterprisesTexts)['zh-CN']] ??
  edition.gates.find(({ fact }) => fact === kind)?.title ??
  kind;

/** What is noted of a fact, with the document that it rests on. */
const noted = (fact: Printed['review']['facts'][number]): string =>
  [documentName(fact), fact.note].filter((part) => part !== '').join('；');

const supervisionSection = ({ review, edition }: Printed): RecordSection => ({
  heading: '日常监管情况',
  paragraphs: review.dailySupervision.split('\n').filter((line) => line.trim() !== ''),
  ...(review.facts.length === 0
    ? {}
    : {
        table: table(
          [
            ['日期', 'fit'],
            ['情况', 2],
            ['记录', 4],
          ],
          review.facts.map((one) => [one.date, kindText(edition, one.fact), noted(one)]),
        ),
      }),
});

const opinionSection = ({ review }: Printed, nameOf: (code: string) => string): RecordSection => {
  const { proposal } = review;
  if (!proposal) return { heading: '初审分类意见', paragraphs: ['尚未提出。'] };
  return {
    heading: '初审分类意见',
    fields: [
      { label: '初审得分', value: proposal.printed },
      { label: '计算类别', value: nameOf(proposal.computedClass) },
      { label: '意见类别', value: nameOf(proposal.proposedClass), wide: true },
      ...(proposal.departureReason === '' ? [] : [{ label: '偏离理由', value: proposal.departureReason, wide: true }]),
    ],
    paragraphs: proposal.opinion.split('\n').filter((line) => line.trim() !== ''),
  };
};

const correctionSection = ({ review, edition }: Printed): RecordSection => {
  const { correction } = review;
  const clauses = new Map(edition.items.map(({ id, clause }) => [id, clause ?? id]));
  return {
    heading: '退回补正记录',
    paragraphs: correction
      ? [
          `${dayOf(new Date(correction.returnedAt))} 由 ${correction.returnedByName} 退回补正，期限至 ${correction.dueOn}：${correction.reason}`,
          ...correction.items.map(({ itemId, comment }) => `${clauses.get(itemId) ?? itemId}：${comment}`),
        ]
      : ['没有退回补正。'],
  };
};

/** 初审意见表, in the order in which it is filled in and signed. */
export const opinionForm = (printed: Printed): RecordDocument => {
  const { review } = printed;
  const { register, submission, proposal, signature } = review;
  const names = new Map(review.classes.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return {
    title: '企业安全生产现状评估初审意见表',
    subtitles: [`${review.campaign.name}　${review.body.name}`],
    sections: [
      {
        heading: '企业和评估单元',
        fields: [
          { label: '企业名称', value: register.enterpriseName, wide: true },
          { label: '评估单元', value: register.unitName, wide: true },
          { label: '信用代码', value: register.creditCode },
          { label: '行业', value: register.industryName },
          { label: '隶属关系', value: register.affiliationName },
          { label: '属地', value: register.divisionName },
          { label: '自评得分', value: submission.printed },
          { label: '自评类别', value: submission.classCode === null ? '不予受理' : nameOf(submission.classCode) },
          { label: '报送编号', value: submission.receiptNumber },
          {
            label: '报送日期',
            value: `${dayOf(new Date(submission.submittedAt))}${submission.late ? '（逾期）' : ''}`,
          },
        ],
      },
      criticalSection(printed, 'mandatory', '必备项核查'),
      criticalSection(printed, 'veto', '否决项核查'),
      differenceSection(printed),
      supervisionSection(printed),
      absentSection(printed),
      opinionSection(printed, nameOf),
      correctionSection(printed),
    ],
    signatures: [
      {
        label: '初审人',
        hint: proposal ? `${proposal.proposedByName}　${dayOf(new Date(proposal.proposedAt))}` : '　　年　月　日',
      },
      {
        label: '审签人（科室负责人）',
        hint: signature ? `${signature.signedByName}　${dayOf(new Date(signature.signedAt))}` : '　　年　月　日',
      },
      { label: '单位意见（盖章）', hint: '　　年　月　日' },
    ],
  };
};
