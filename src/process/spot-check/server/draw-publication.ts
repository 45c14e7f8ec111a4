import type { PublicationContent, PublicTable } from '#support/publication/domain/publication.ts';
import { shortestRatio } from '../domain/draw-params.ts';
import { type Draw, drawnFrom, type StratumParams } from '../domain/index.ts';
import { POOL_FILE, recomputeCommand, STRATA_FILE } from '../domain/seed.ts';

/** A stratum as it is published: what it holds, what is asked of it, and why if that is not the scheme's. */
export interface PublishedStratum extends StratumParams {
  readonly size: number;
  readonly reason: string;
}

interface Files {
  readonly pool: string;
  readonly strata: string;
}

export interface FrozenPage extends Files {
  readonly number: string;
  /** As people write it, with the time of day. */
  readonly frozenAt: string;
  readonly poolDigest: string;
  readonly paramsDigest: string;
  readonly rows: readonly PublishedStratum[];
}

const csv = (name: string, text: string) => ({ name, mediaType: 'text/csv; charset=utf-8', text });

const strataTable = (rows: readonly PublishedStratum[]): PublicTable => ({
  caption: '分层和应抽数',
  columns: [
    { key: 'stratum', label: '分层' },
    { key: 'size', label: '单元数 N', numeric: true },
    { key: 'ratio', label: '比例 R', numeric: true },
    { key: 'min', label: '最少数 M', numeric: true },
    { key: 'sample', label: '应抽数 n', numeric: true },
    { key: 'reason', label: '说明' },
  ],
  rows: rows.map((row) => ({
    stratum: row.stratum,
    size: String(row.size),
    ratio: shortestRatio(row.ratio),
    min: String(row.min),
    sample: String(drawnFrom(row.size, row)),
    reason: row.reason,
  })),
});

const totalOf = (rows: readonly PublishedStratum[]): number => rows.reduce((sum, { size }) => sum + size, 0);

/** 抽取前的公布: pool and parameters with their digests, before there is a seed. */
export const frozenPage = (page: FrozenPage): { readonly title: string; readonly content: PublicationContent } => ({
  title: `${page.number} 抽查池和抽取参数`,
  content: {
    paragraphs: [
      '下列抽查池和抽取参数现已冻结，不再变动。此时种子尚未产生，任何人都不能预知抽取结果。',
      '种子当众取得后，本次抽取的结果另行公布。任何人都可下载下面两个文件，用公布的种子和命令自行复算，结果应逐字相同。',
      '各层应抽数 n 取“最少数 M”与“单元数 N 乘以比例 R 后向上取整”中的较大者，但不超过 N。',
    ],
    facts: [
      { label: '抽取编号', value: page.number },
      { label: '冻结时间', value: page.frozenAt },
      { label: '抽查池单元数', value: String(totalOf(page.rows)) },
      { label: '抽查池摘要（SHA-256）', value: page.poolDigest, code: true },
      { label: '参数摘要（SHA-256）', value: page.paramsDigest, code: true },
      { label: '复算命令（种子待定）', value: recomputeCommand(null), code: true },
    ],
    tables: [strataTable(page.rows)],
    files: [csv(POOL_FILE, page.pool), csv(STRATA_FILE, page.strata)],
  },
});

/** Names of the units by pool id. */
export type UnitNames = ReadonlyMap<string, { readonly enterpriseName: string; readonly unitName: string }>;

export interface ResultPage extends FrozenPage {
  readonly drawnAt: string;
  readonly seed: string;
  readonly source: string;
  readonly witnesses: string;
  readonly draw: Draw;
  /** The line of the command line. */
  readonly line: string;
  readonly names: UnitNames;
}

/** 抽取结果: seed, key, everything drawn, and the same two files with the command that gives the same result. */
export const resultPage = (page: ResultPage): { readonly title: string; readonly content: PublicationContent } => ({
  title: `${page.number} 抽取结果`,
  content: {
    paragraphs: [
      '抽查池和抽取参数在种子产生之前已经公布。种子当众取得后，按公布的算法抽出下列单元，由专家现场核定。',
      '任何人都可下载下面的文件，用所列命令自行复算，输出应与 result.json 逐字相同。',
    ],
    facts: [
      { label: '抽取编号', value: page.number },
      { label: '冻结时间', value: page.frozenAt },
      { label: '抽取时间', value: page.drawnAt },
      { label: '种子', value: page.seed, code: true },
      { label: '种子来源', value: page.source },
      { label: '见证人', value: page.witnesses },
      { label: '抽查池单元数', value: String(totalOf(page.rows)) },
      { label: '抽中单元数', value: String(page.draw.strata.reduce((sum, { drawn }) => sum + drawn.length, 0)) },
      { label: '抽查池摘要（SHA-256）', value: page.poolDigest, code: true },
      { label: '参数摘要（SHA-256）', value: page.paramsDigest, code: true },
      { label: '密钥', value: page.draw.key, code: true },
      { label: '复算命令', value: recomputeCommand(page.seed), code: true },
    ],
    tables: [strataTable(page.rows), drawnTable(page.draw, page.names)],
    files: [
      csv(POOL_FILE, page.pool),
      csv(STRATA_FILE, page.strata),
      { name: 'result.json', mediaType: 'application/json', text: `${page.line}\n` },
    ],
  },
});

const drawnTable = (draw: Draw, names: UnitNames): PublicTable => ({
  caption: '抽中单元',
  columns: [
    { key: 'stratum', label: '分层' },
    { key: 'rank', label: '次序', numeric: true },
    { key: 'id', label: '编号' },
    { key: 'enterprise', label: '企业名称' },
    { key: 'unit', label: '评估单元' },
    { key: 'ticket', label: '签值' },
  ],
  rows: draw.strata.flatMap(({ stratum, drawn }) =>
    drawn.map(({ rank, id, ticket }) => ({
      stratum,
      rank: String(rank),
      id,
      enterprise: names.get(id)?.enterpriseName ?? '',
      unit: names.get(id)?.unitName ?? '',
      ticket,
    })),
  ),
});

const SHANGHAI = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** An instant as official texts write it: `2026年11月3日 10:05:00`. */
export const officialTime = (at: Date): string => {
  const part = Object.fromEntries(SHANGHAI.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}年${Number(part.month?.replace('月', ''))}月${part.day}日 ${part.hour}:${part.minute}:${part.second}`;
};
