import { type PlainDate, writtenDay } from '#lib/plain-date.ts';
import type { PublicationContent } from '#support/publication/domain/publication.ts';
import { canonicalEdition } from '../../domain/canonical.ts';
import { differenceOf, type Edition, type Item } from '../../domain/index.ts';
import type { StoredEdition } from '../edition-store.ts';

interface Announcement {
  readonly number: string;
  readonly title: string;
  readonly note: string;
  readonly closesOn: PlainDate;
  readonly workingDays: number;
  readonly edition: Edition;
  readonly contentHash: string;
  /** The edition in force. */
  readonly against: Pick<StoredEdition, 'title' | 'edition'> | undefined;
}

type Row = Readonly<Record<string, string>>;

const points = (item: Item, { unitsPerPoint }: Edition): string =>
  String(Math.round((item.full / unitsPerPoint) * 10_000) / 10_000);

const row = (change: string, before: [Item, Edition] | null, after: [Item, Edition] | null): Row => {
  const shown = after ?? before;
  return {
    clause: shown?.[0].clause ?? shown?.[0].id ?? '',
    change,
    before: before?.[0].text ?? '',
    beforePoints: before ? points(...before) : '',
    after: after?.[0].text ?? '',
    afterPoints: after ? points(...after) : '',
  };
};

const rowsOf = (edition: Edition, against: Edition | undefined): readonly Row[] => {
  if (against === undefined) return edition.items.map((item) => row('新增', null, [item, edition]));
  const { added, removed, changed, moved } = differenceOf(against, edition).items;
  const was = new Map([...changed, ...moved].map((pair) => [pair.after, pair]));
  const fresh = new Set(added);
  const present = edition.items.flatMap((item) => {
    const pair = was.get(item);
    if (pair) return [row(pair.fields.length > 0 ? '修改' : '移动', [pair.before, against], [item, edition])];
    return fresh.has(item) ? [row('新增', null, [item, edition])] : [];
  });
  return [...present, ...removed.map((item) => row('删除', [item, against], null))];
};

/** What the public reads: the note, what would change, and the whole draft as a file. */
export const publicPage = (about: Announcement): PublicationContent => ({
  paragraphs: about.note.split('\n').filter((line) => line.trim() !== ''),
  facts: [
    { label: '编号', value: about.number },
    { label: '截止日期', value: `${writtenDay(about.closesOn)}（含当日，共 ${about.workingDays} 个工作日）` },
    ...(about.against ? [{ label: '对照的现行标准', value: about.against.title }] : []),
    { label: '征求意见稿摘要（SHA-256）', value: about.contentHash, code: true },
  ],
  tables: [
    {
      caption: `《${about.title}》（征求意见稿）的改动`,
      columns: [
        { key: 'clause', label: '条款' },
        { key: 'change', label: '改动' },
        { key: 'before', label: '现行要求' },
        { key: 'beforePoints', label: '现行分值', numeric: true },
        { key: 'after', label: '征求意见稿的要求' },
        { key: 'afterPoints', label: '征求意见稿分值', numeric: true },
      ],
      rows: [...rowsOf(about.edition, about.against?.edition)],
    },
  ],
  files: [
    { name: `${about.title}（征求意见稿）.json`, mediaType: 'application/json', text: canonicalEdition(about.edition) },
  ],
});
