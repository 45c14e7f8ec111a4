import { catalogue } from '#platform/text.ts';
import type { DrawCode } from './domain/index.ts';

const zhCN = {
  'draw.csv.notUtf8': '第 {line} 行有不合 UTF-8 的字节。请将文件另存为 UTF-8 编码。',
  'draw.csv.headerWrong': '第 1 行应为表头“{expected}”。',
  'draw.csv.blankLine': '第 {line} 行是空行。请删去。',
  'draw.csv.loneCarriageReturn': '第 {line} 行有单独的回车符。换行请用 LF 或 CRLF。',
  'draw.csv.strayQuote': '第 {line} 行的引号位置不对。含引号的值须整体加引号，其中的引号写两个。',
  'draw.csv.openQuote': '第 {line} 行的引号没有收尾。',
  'draw.csv.fieldCount': '第 {line} 行有 {found} 个字段，应为 {expected} 个。',
  'draw.csv.valueEmpty': '第 {line} 行的 {column} 为空。请填写。',
  'draw.csv.valuePadded': '第 {line} 行的 {column} 首尾有空白。请删去空白。',
  'draw.csv.valueControl': '第 {line} 行的 {column} 含有控制字符（如换行、制表符）。请删去。',
  'draw.pool.empty': '抽查池没有任何行（第 {line} 行之后）。',
  'draw.pool.idRepeated': '第 {line} 行的“{id}”与第 {first} 行重复。每个编号只能出现一次。',
  'draw.strata.stratumRepeated': '第 {line} 行的分层“{stratum}”与第 {first} 行重复。',
  'draw.strata.stratumUnknown': '第 {line} 行的分层“{stratum}”不在抽查池中。',
  'draw.strata.ratioMalformed': '第 {line} 行的比例“{ratio}”不对：应为 0 至 1 的小数，如 0.15，最多 18 位小数。',
  'draw.strata.minMalformed': '第 {line} 行的最少数“{min}”不对：应为 0 至 999999999 的整数。',
  'draw.params.ratioMalformed': '比例“{ratio}”不对：应为 0 至 1 的小数，如 0.15，最多 18 位小数。',
  'draw.params.minMalformed': '最少数“{min}”不对：应为 0 至 999999999 的整数。',
  'draw.params.ratioMissing': '没有给出比例，而分层“{stratum}”没有单独的比例。请给出比例，或在分层文件中列出每个分层。',
  'draw.seedNotText': '种子中有残缺字符，无法写成 UTF-8。请改正。',
} as const satisfies Record<DrawCode, string>;

/** Wording of every fault in pools, strata, parameters and seeds. */
export const drawFaultsText = catalogue(zhCN, {
  'draw.csv.notUtf8': 'Line {line} holds bytes that are not UTF-8. Save the file as UTF-8.',
  'draw.csv.headerWrong': 'Line 1 must be the header "{expected}".',
  'draw.csv.blankLine': 'Line {line} is blank. Remove it.',
  'draw.csv.loneCarriageReturn': 'Line {line} holds a lone carriage return. End lines with LF or CRLF.',
  'draw.csv.strayQuote':
    'A quote stands in the wrong place on line {line}. Quote the whole value and double the quotes in it.',
  'draw.csv.openQuote': 'A quote opened on line {line} is never closed.',
  'draw.csv.fieldCount': 'Line {line} has {found} fields instead of {expected}.',
  'draw.csv.valueEmpty': 'The {column} on line {line} is empty. Fill it in.',
  'draw.csv.valuePadded': 'The {column} on line {line} starts or ends with white space. Remove it.',
  'draw.csv.valueControl':
    'The {column} on line {line} holds a control character, such as a line end or a tab. Remove it.',
  'draw.pool.empty': 'The pool has no rows below line {line}.',
  'draw.pool.idRepeated': '"{id}" on line {line} stands already on line {first}. Give each id once.',
  'draw.strata.stratumRepeated': 'The stratum "{stratum}" on line {line} stands already on line {first}.',
  'draw.strata.stratumUnknown': 'The pool has no stratum "{stratum}" (line {line}).',
  'draw.strata.ratioMalformed':
    'The ratio "{ratio}" on line {line} must be a decimal from 0 to 1, such as 0.15, with at most 18 places.',
  'draw.strata.minMalformed': 'The min "{min}" on line {line} must be an integer from 0 to 999999999.',
  'draw.params.ratioMalformed':
    'The ratio "{ratio}" must be a decimal from 0 to 1, such as 0.15, with at most 18 places.',
  'draw.params.minMalformed': 'The min "{min}" must be an integer from 0 to 999999999.',
  'draw.params.ratioMissing':
    'No ratio is given and the stratum "{stratum}" has none of its own. Give a ratio, or name every stratum in the strata file.',
  'draw.seedNotText': 'The seed holds a broken character that UTF-8 cannot carry. Correct it.',
});
