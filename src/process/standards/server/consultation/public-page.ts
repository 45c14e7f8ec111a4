import { type PlainDate, writtenDay } from '#lib/plain-date.ts';
import { translator } from '#platform/text.ts';
import type { PublicationContent } from '#support/publication/domain/publication.ts';
import { comparisonTexts } from '../../comparison.text.ts';
import { fieldName, fieldText, otherChanges, WHOLE_ITEM } from '../../difference-words.ts';
import { canonicalEdition } from '../../domain/canonical.ts';
import {
  type AlignedItem,
  alignedEditions,
  differenceOf,
  type Edition,
  type FieldChange,
  nothingBefore,
} from '../../domain/index.ts';
import { standardsTexts } from '../../standards.text.ts';
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

// An official page is Chinese, whatever the language of its frame.
const words = {
  t: translator(comparisonTexts, 'zh-CN'),
  standards: translator(standardsTexts, 'zh-CN'),
};

/** Every member that changes of an item; all of a new one; what a removed one asked for. */
const changesOf = ({ before, after, place, fields }: AlignedItem): readonly FieldChange[] => {
  if (after === null) return [{ field: 'text', before: before?.text, after: undefined }];
  if (before !== null) return [...place, ...fields];
  return WHOLE_ITEM.map((field) => ({ field, before: undefined, after: after[field] }));
};

const rowsOf = (before: Edition, after: Edition): readonly Row[] => {
  const difference = differenceOf(before, after);
  const row = (what: string, change: string, { field, ...values }: FieldChange): Row => ({
    what,
    change,
    field: fieldName(field, words.t),
    before: fieldText(field, values.before, before, words),
    after: fieldText(field, values.after, after, words),
  });
  const items = alignedEditions(difference, before, after).flatMap((element) => element.rows);
  return [
    ...otherChanges(difference, words).flatMap(({ what, kind, fields }) =>
      fields.map((change) => row(what, words.t(`comparison.kind.${kind}`), change)),
    ),
    ...items
      .filter(({ kind }) => kind !== 'unchanged')
      .flatMap((item) => {
        const shown = item.after ?? item.before;
        const kind = words.t(`comparison.kind.${item.kind}`);
        return changesOf(item).map((change) => row(shown?.clause ?? shown?.id ?? '', kind, change));
      }),
  ].filter((one) => one.before !== one.after);
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
        { key: 'what', label: '条款' },
        { key: 'change', label: '改动' },
        { key: 'field', label: '内容' },
        { key: 'before', label: '现行' },
        { key: 'after', label: '征求意见稿' },
      ],
      rows: [...rowsOf(about.against?.edition ?? nothingBefore(about.edition), about.edition)],
    },
  ],
  files: [
    { name: `${about.title}（征求意见稿）.json`, mediaType: 'application/json', text: canonicalEdition(about.edition) },
  ],
});
