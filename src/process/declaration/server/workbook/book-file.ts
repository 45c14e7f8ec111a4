import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { entriesOf } from '../../domain/workbook/entries.ts';
import { type RegisterLine, registerLines } from '../../domain/workbook/sheets.ts';
import { bookFields, formWords } from './book-context.ts';
import type { WorkingCopy } from './working-copy.ts';
import { writeBook } from './write-book.ts';

const named = (parts: readonly string[]): string => `${parts.join('-').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')}.xlsx`;

/** The workbook of one declaration, with what is filled in by now. */
export const bookFile = async (copy: WorkingCopy, madeAt: Date): Promise<FileAnswer> => ({
  type: MEDIA_TYPES.xlsx,
  name: named(['自评电子表格', copy.register.unitName]),
  body: await writeBook({ ...copy, madeAt }),
});

const NO_REGISTER = Object.fromEntries(Object.keys(registerLines).map((line) => [line, ''])) as Record<
  RegisterLine,
  string
>;

/** The workbook of a standard that a campaign assesses an industry by, without a unit. */
export const blankBook = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  industry: string,
  madeAt: Date,
): Promise<Result<FileAnswer, Fault>> => {
  const campaign = await reader.row<{ name: string; schemeHash: string; editionHash: string }>(sql`
    select c.name, c.scheme_hash as "schemeHash", e.edition_hash as "editionHash" from campaigns c
    join campaign_editions e on e.city_id = c.city_id and e.campaign_id = c.campaign_id and e.industry = ${industry}
    where c.city_id = ${cityId} and c.campaign_id = ${campaignId}`);
  if (!campaign) return refuse('input.noSuchRecord', 404);
  const edition = await editionByHash(reader, cityId, campaign.editionHash);
  const scheme = await schemeByHash(reader, cityId, campaign.schemeHash);
  const fields = bookFields({ townshipOpinion: scheme.registration?.townshipOpinion.value ?? false });
  const industryName = scheme.industries.find(({ code }) => code === industry)?.name ?? industry;
  const body = await writeBook({
    edition,
    fields,
    words: formWords,
    classes: scheme.classes.filter(({ rank }) => rank !== undefined).map(({ code, name }) => ({ code, label: name })),
    declarationId: null,
    register: { ...NO_REGISTER, industryName },
    entries: entriesOf(
      { items: {}, measures: {}, registration: {} },
      { items: edition.edition.items.map(({ id }) => id), fields: fields.map(({ name }) => name) },
    ),
    registrationVersion: 0,
    sectionVersions: {},
    campaignName: campaign.name,
    madeAt,
  });
  return ok({ type: MEDIA_TYPES.xlsx, name: named(['自评电子表格（空白）', industryName]), body });
};
