import { plainDate } from '#lib/plain-date.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { type Answer, compile, type Edition } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import type { DraftItem } from '../domain/draft-answers.ts';
import type { Measure } from '../domain/rectification/measure.ts';
import type { Registration } from '../domain/registration-fields.ts';
import { entriesOf } from '../domain/workbook/entries.ts';
import { type BookContext, bookFields, formWords } from '../server/workbook/book-context.ts';
import { writeBook } from '../server/workbook/write-book.ts';

export const SAMPLE_DECLARATION = '01900000-0000-7000-8000-00000000d001';
/** The day on which the sample is read. */
export const SAMPLE_DAY = plainDate('2026-09-02');

const registration = {
  address: '攀枝花市东区某路 1 号',
  ownership: 'private',
  foundedOn: '2008-05-06',
  legalRepresentative: '向法人',
  contactPhone: '0812-3330000',
  staffCount: 86,
  fixedAssets: '5200.5',
  specialHazards: ['mine', 'confined-space'],
  majorHazardNote: '=HYPERLINK("http://x")\n第二行，含 emoji 🦺 和生僻字 𠮷',
  certificates: [
    { kind: 'business-licence', number: '91510402MA6000001', issuer: '市场监督管理局', from: '2018-03-01' },
  ],
  accidents: [{ year: 2026, deaths: 0, seriousInjuries: 1, otherMajorAccidents: 0, occupationalDiseases: 0 }],
  team: [{ name: '余负责', department: '安环科', post: '科长', phone: '0812-3330001' }],
  agreement: true,
} as Registration;

const answered = (edition: Edition): Readonly<Record<string, DraftItem>> =>
  Object.fromEntries(
    edition.items.map((item, at): [string, DraftItem] => {
      const lost = at % 5 === 0;
      const na = at % 11 === 0 && item.na === 'allowed';
      const answer: Answer = na
        ? { na: '本矿无此工艺' }
        : item.scoring === 'met'
          ? { met: !lost }
          : { points: lost ? item.full - 1 : item.full };
      return [
        item.id,
        { answer, reason: lost && !na ? '-1 处记录不全' : '', comment: at % 7 === 0 ? '@见台账' : '', v: 1 },
      ];
    }),
  );

/** Everything that a workbook of a declaration is made from, filled in; without a database. */
export const sampleContext = async (industry = 'opencast-mine'): Promise<BookContext> => {
  const { editions } = await readScheme('panzhihua-2009');
  const edition = editions.find((one) => one.industry === industry);
  if (!edition) throw new Error(`no edition of ${industry}`);
  const fields = bookFields({ townshipOpinion: false });
  const measures: Record<string, Measure> = {
    [edition.items[0]?.id ?? '']: { measure: '补做监测', person: '王安', dueOn: plainDate('2026-12-31') },
  };
  return {
    edition: { hash: editionHash(edition), industry, title: edition.title ?? '', edition, plan: compile(edition) },
    fields,
    words: formWords,
    classes: ['A', 'B', 'C', 'D'].map((code) => ({ code, label: `${code} 类` })),
    declarationId: SAMPLE_DECLARATION,
    register: {
      creditCode: '91510402MA6000001X',
      enterpriseName: '示例矿业有限公司',
      unitName: '示例矿业有限公司一采区',
      industryName: '露天矿山',
      divisionName: '东区',
      supervisingBodyName: '东区应急管理局',
      affiliationName: '民营',
    },
    entries: entriesOf(
      { items: answered(edition), measures, registration },
      { items: edition.items.map(({ id }) => id), fields: fields.map(({ name }) => name) },
    ),
    registrationVersion: 3,
    sectionVersions: { 'om-e01-1': 2 },
    campaignName: '2026 年度评估',
    madeAt: new Date('2026-09-01T02:00:00Z'),
  };
};

export const sampleBook = async (context?: BookContext): Promise<Buffer> =>
  Buffer.from(await writeBook(context ?? (await sampleContext())));
