import { parseArgs } from 'node:util';
import { openDatabase } from '#platform/db/open.ts';
import type { ChainHead } from '#support/audit/server/seal.ts';
import { type AuditReport, verifyAudit } from '#support/audit/server/verify.ts';
import { citiesOf } from '../application.ts';
import { readAnchors } from '../seal-audit-rows.ts';
import { configured } from './configured.ts';

export const help = `verify-audit [--anchor SEQUENCE:LINK]... [--no-anchor-file]
逐条复算操作日志：被改动、缺失、截断的记录逐一指出。退出码 0：完好；1：有问题。
Recomputes the audit log row by row and names every row that was changed, is missing or was cut off. Exit 0: whole; 1: not.
--anchor：另处保存的链头（例如公示页上所印），可多次给出。A head kept elsewhere (as printed on a public page); may be repeated.`;

const wording: Readonly<Record<AuditReport['findings'][number]['code'], string>> = {
  'audit.entryChanged': '记录被改动 changed',
  'audit.entryMissing': '记录缺失 missing',
  'audit.payloadChanged': '内容被改动 content changed',
  'audit.payloadMissing': '内容缺失 content missing',
  'audit.linkBroken': '链接不符 link broken',
  'audit.sequenceGap': '序号中断 gap in the sequence',
  'audit.cutOff': '末尾被截断 cut off',
  'audit.anchorDiffers': '与保存的链头不符 differs from a kept head',
  'audit.unsealed': '未入链 not in the chain',
};

const readAnchor = (text: string): ChainHead => {
  const [, sequence, link] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!sequence || !link) throw new RangeError(`--anchor ${text}: SEQUENCE:LINK`);
  return { sequence: Number(sequence), link };
};

export const run = async (
  args: string[],
  { stdout, stderr }: { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } },
): Promise<number> => {
  let given: ChainHead[];
  let file = true;
  try {
    const { values } = parseArgs({
      args,
      options: {
        anchor: { type: 'string', multiple: true, default: [] },
        'no-anchor-file': { type: 'boolean', default: false },
      },
    });
    given = values.anchor.map(readAnchor);
    file = !values['no-anchor-file'];
  } catch (error) {
    stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  const config = configured({ stdout, stderr });
  if (!config) return 1;
  const database = await openDatabase(config, { ifRunning: 'join' });
  try {
    let faulty = false;
    for (const city of await citiesOf(database.app)) {
      const anchors = [...given, ...(file ? await readAnchors(config.dataFolder, city.city_id) : [])];
      const client = await database.owner.connect();
      try {
        const report = await verifyAudit(client, city.city_id, anchors, new Date());
        for (const finding of report.findings)
          stderr.write(`${city.name} #${finding.sequence} ${finding.entryId ?? ''} ${wording[finding.code]}\n`);
        stdout.write(
          `${city.name}：核验 ${report.checked} 条，问题 ${report.findings.length} 处。 ${report.checked} rows, ${report.findings.length} findings. ${report.head.sequence}:${report.head.link}\n`,
        );
        faulty ||= report.findings.length > 0;
      } finally {
        client.release();
      }
    }
    return faulty ? 1 : 0;
  } finally {
    await database.close();
  }
};
