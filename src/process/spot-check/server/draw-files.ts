import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { RecordDocument } from '#support/documents/pdf/documents.ts';
import { pdfFile } from '#support/documents/pdf/pdf-file.ts';
import { recomputeCommand } from '../domain/seed.ts';
import { drawById } from './draw.queries.ts';
import { officialTime } from './draw-publication.ts';

type DrawFile = 'pool.csv' | 'strata.csv' | 'result.json';

/** The very bytes that were published; the result is what the command line prints. */
export const drawFile = async (
  reader: Reader,
  { actor }: Context,
  drawId: string,
  file: DrawFile,
): Promise<Result<FileAnswer, Fault>> => {
  const row = await reader.row<{ number: string; pool: string; strata: string; result: string | null }>(sql`
    select number, pool_csv as pool, strata_csv as strata, result from draws where city_id = ${actor.cityId} and draw_id = ${drawId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const text = file === 'pool.csv' ? row.pool : file === 'strata.csv' ? row.strata : row.result && `${row.result}\n`;
  if (text === null) return refuse('spot-check.notDrawnYet', 409, { number: row.number });
  return ok({
    type: file === 'result.json' ? 'application/json' : 'text/csv; charset=utf-8',
    // The command line that goes with them names them so.
    name: file,
    body: Buffer.from(text, 'utf8'),
  });
};

const WITNESSES_AT_LEAST = 2;

/** 抽取记录: what was done before whom, with places to sign. Before the seed is taken it is the sheet to fill in. */
export const drawRecord = async (
  reader: Reader,
  context: Context,
  drawId: string,
): Promise<Result<FileAnswer, Fault>> => {
  const found = await drawById(reader, context, drawId);
  if (!found.ok) return found;
  const draw = found.value;
  const drawn = draw.drawnAt !== null;
  const witnesses = draw.witnesses === '' ? [] : draw.witnesses.split('、');
  const places = Array.from({ length: Math.max(WITNESSES_AT_LEAST, witnesses.length) }, (_, index) => ({
    label: witnesses[index] ? `见证人 ${witnesses[index]}` : '见证人',
    hint: '年　月　日',
  }));
  const document: RecordDocument = {
    title: '抽取记录',
    number: draw.number,
    sections: [
      {
        heading: '一、冻结',
        fields: [
          { label: '冻结时间', value: officialTime(new Date(draw.frozenAt)) },
          { label: '办理人', value: draw.frozenByName },
          { label: '抽查池单元数', value: String(draw.poolSize) },
          { label: '分层数', value: String(draw.strata) },
          { label: '抽查池摘要', value: draw.poolDigest, wide: true },
          { label: '参数摘要', value: draw.paramsDigest, wide: true },
        ],
        table: {
          columns: [
            { header: '分层', width: 4 },
            { header: '单元数', width: 1, align: 'right' },
            { header: '比例', width: 1, align: 'right' },
            { header: '最少数', width: 1, align: 'right' },
            { header: '应抽数', width: 1, align: 'right' },
            { header: '说明', width: 3 },
          ],
          rows: draw.strataList.map((row) => [
            row.stratum,
            String(row.size),
            row.ratio,
            String(row.min),
            String(row.sample),
            row.reason,
          ]),
        },
      },
      {
        heading: '二、取种',
        fields: [
          { label: '抽取时间', value: drawn ? officialTime(new Date(draw.drawnAt ?? '')) : '' },
          { label: '办理人', value: draw.drawnByName },
          { label: '种子', value: draw.seed ?? '', wide: true },
          { label: '种子来源', value: draw.seedSource, wide: true },
          { label: '密钥', value: draw.key ?? '', wide: true },
          { label: '复算命令', value: recomputeCommand(draw.seed), wide: true },
        ],
      },
      {
        heading: '三、抽中单元',
        ...(drawn
          ? {
              table: {
                columns: [
                  { header: '分层', width: 3 },
                  { header: '次序', width: 'fit' as const, align: 'right' as const },
                  { header: '编号', width: 'fit' as const },
                  { header: '企业名称', width: 3 },
                  { header: '评估单元', width: 3 },
                ],
                rows: draw.units.map((unit) => [
                  unit.stratum,
                  String(unit.rank),
                  unit.poolId,
                  unit.enterpriseName,
                  unit.unitName,
                ]),
              },
            }
          : { paragraphs: ['尚未抽取。'] }),
      },
    ],
    signatures: [{ label: '主持人', hint: '年　月　日' }, { label: '操作人', hint: '年　月　日' }, ...places],
    digest: { label: '抽查池摘要', value: draw.poolDigest },
  };
  return ok(pdfFile(`抽取记录 ${draw.number}.pdf`, 'record', document, context.now));
};
