import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { plainDate } from '#lib/plain-date.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { differences } from '#process/declaration/domain/workbook/compare.ts';
import { entriesOf } from '#process/declaration/domain/workbook/entries.ts';
import { bookFields, formWords } from '#process/declaration/server/workbook/book-context.ts';
import { openBook, type Understanding, understand } from '#process/declaration/server/workbook/understand.ts';
import { writeBook } from '#process/declaration/server/workbook/write-book.ts';
import { type Answer, compile } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { median, range } from './report.ts';

const PEERS = join(import.meta.dirname, 'peers');

interface PeerWorkbook {
  readonly xlsx: {
    load(bytes: Uint8Array): Promise<{ readonly worksheets: readonly { readonly rowCount: number }[] }>;
  };
}

/** ExcelJS from a folder of its own, installed now if it is not. @throws if it cannot be installed: a bench without its peer says nothing */
const peer = (): (() => PeerWorkbook) => {
  if (!existsSync(join(PEERS, 'node_modules', 'exceljs'))) {
    try {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: PEERS, stdio: 'pipe' });
    } catch (cause) {
      throw new Error('ExcelJS could not be installed (npm ci in bench/peers), so workbooks are not measured.', {
        cause,
      });
    }
  }
  const { Workbook } = createRequire(join(PEERS, 'package.json'))('exceljs') as { Workbook: new () => PeerWorkbook };
  return () => new Workbook();
};

interface Sample {
  readonly bytes: Buffer;
  readonly by: Understanding;
}

const REGISTER = {
  creditCode: '91510402MA6000001X',
  enterpriseName: '示例矿业有限公司',
  unitName: '示例矿业有限公司一采区',
  industryName: '露天矿山',
  divisionName: '东区',
  supervisingBodyName: '东区应急管理局',
  affiliationName: '民营',
};

/** Filled workbooks of the three largest shipped standards (119 to 125 items), no two alike. */
const samples = async (count: number): Promise<readonly Sample[]> => {
  const { editions } = await readScheme('panzhihua-2009');
  const largest = editions.toSorted((a, b) => b.items.length - a.items.length).slice(0, 3);
  const fields = bookFields({ townshipOpinion: false });
  const made: Sample[] = [];
  for (let at = 0; at < count; at += 1) {
    const edition = largest[at % largest.length];
    if (!edition) throw new Error('the shipped scheme has no edition');
    const items = edition.items.map((item, index) => {
      const lost = (index + at) % 4 === 0;
      const answer: Answer =
        item.scoring === 'met' ? { met: !lost } : { points: lost ? Math.max(0, item.full - 1) : item.full };
      return [item.id, { answer, reason: lost ? `第 ${at} 号：现场检查缺少记录` : '', comment: '', v: 1 }] as const;
    });
    const base = {
      edition: {
        hash: editionHash(edition),
        industry: edition.industry ?? '',
        title: edition.title ?? '',
        edition,
        plan: compile(edition),
      },
      fields,
      words: formWords,
      classes: ['A', 'B', 'C', 'D'].map((code) => ({ code, label: `${code} 类` })),
      register: REGISTER,
    };
    const bytes = await writeBook({
      ...base,
      declarationId: '01900000-0000-7000-8000-00000000d001',
      entries: entriesOf(
        {
          items: Object.fromEntries(items),
          measures: {},
          registration: { staffCount: 80 + at, address: '攀枝花市东区' },
        },
        { items: edition.items.map(({ id }) => id), fields: fields.map(({ name }) => name) },
      ),
      registrationVersion: 1,
      sectionVersions: {},
      campaignName: '2026 年度评估',
      madeAt: new Date('2026-09-01T02:00:00Z'),
    });
    made.push({ bytes: Buffer.from(bytes), by: base });
  }
  return made;
};

interface Rate {
  /** Files a second, one after the other. */
  readonly wall: number;
  /** Files a second of processor time, of all threads together. */
  readonly cpu: number;
}

const rate = async (files: readonly Sample[], read: (file: Sample) => Promise<void>): Promise<Rate> => {
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (const file of files) await read(file);
  const { user, system } = process.cpuUsage(used);
  return {
    wall: (files.length * 1000) / (performance.now() - began),
    cpu: (files.length * 1_000_000) / (user + system),
  };
};

const today = plainDate('2026-09-02');

/** As an import does it: in the worker, under limits, then every rule and the comparison with what the workbook was made from. */
const readAndCheck = async ({ bytes, by }: Sample): Promise<void> => {
  const opened = await openBook(bytes, '自评.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const read = understand(opened.value, by, today);
  if (!read.ok || read.value.errorCount > 0) throw new Error(`a sound workbook was refused: ${JSON.stringify(read)}`);
  const changed = differences(read.value.entries, read.value.base, read.value.base, new Set());
  if (changed.length > 0) throw new Error(`${changed.length} entries came back otherwise`);
};

/** Workbooks read and checked a second over workbooks that ExcelJS only reads, round by round. */
export const workbookLines = async (rounds: number, count = 24): Promise<readonly string[]> => {
  const newPeer = peer();
  const files = await samples(count);
  const readOnly = async ({ bytes }: Sample): Promise<void> => {
    const { worksheets } = await newPeer().xlsx.load(bytes);
    if (worksheets.length < 5) throw new Error('ExcelJS did not find the sheets');
  };
  await rate(files, readAndCheck);
  await rate(files, readOnly);
  const found: { readonly ours: Rate; readonly theirs: Rate }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const ours = await rate(files, readAndCheck);
      found.push({ ours, theirs: await rate(files, readOnly) });
    } else {
      const theirs = await rate(files, readOnly);
      found.push({ ours: await rate(files, readAndCheck), theirs });
    }
  }
  const size = Math.round(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1024);
  const line = (by: keyof Rate, name: string): string => {
    const ratios = found.map(({ ours, theirs }) => ours[by] / theirs[by]);
    const middle = (side: 'ours' | 'theirs') => median(found.map((round) => round[side][by])).toFixed(0);
    return `${name}: ratio ${median(ratios).toFixed(2)} (${range(ratios, 2)}), ${middle('ours')} read and checked, ${middle('theirs')} only read by ExcelJS`;
  };
  return [
    `${files.length} workbooks of ${size} KB, one after the other; the reader is a thread of its own that each file goes to and comes back from`,
    line('cpu', 'a second of processor time'),
    line('wall', 'a second'),
  ];
};
