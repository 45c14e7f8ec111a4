import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { acceptedItems } from '../../domain/accepted-items.ts';
import { allFromStored } from '../../domain/draft-answers.ts';
import { type Entries, entriesOf } from '../../domain/workbook/entries.ts';
import type { RegisterLine } from '../../domain/workbook/sheets.ts';
import { type LoadedDeclaration, loadDeclaration } from '../load-declaration.ts';
import { registerEntry } from '../register-entry.ts';
import { type BookContext, bookFields, formWords } from './book-context.ts';

/** A declaration as workbooks are made from it and held against it. */
export interface WorkingCopy extends Omit<BookContext, 'madeAt'> {
  readonly declarationId: string;
  readonly found: LoadedDeclaration;
  /** Items that a reviewer has accepted. */
  readonly accepted: ReadonlySet<string>;
}

export const workingCopy = async (
  reader: Reader,
  cityId: number,
  enterpriseId: string | null,
  declarationId: string,
): Promise<WorkingCopy | undefined> => {
  const found = await loadDeclaration(reader, cityId, enterpriseId, declarationId);
  if (!found) return undefined;
  const edition = await editionByHash(reader, cityId, found.editionHash);
  const scheme = await schemeByHash(reader, cityId, found.schemeHash);
  const fields = bookFields({ townshipOpinion: scheme.registration?.townshipOpinion.value ?? false });
  const items = edition.edition.items.map(({ id }) => id);
  const entries: Entries = entriesOf(
    {
      items: allFromStored(Object.values(found.sections).map(({ stored }) => stored)),
      measures: found.measures,
      registration: found.registration,
    },
    { items, fields: fields.map(({ name }) => name) },
  );
  const { creditCode, enterpriseName, unitName, industryName, divisionName, supervisingBodyName, affiliationName } =
    registerEntry(found, scheme);
  const register: Record<RegisterLine, string> = {
    creditCode,
    enterpriseName,
    unitName,
    industryName,
    divisionName,
    supervisingBodyName,
    affiliationName,
  };
  return {
    declarationId,
    found,
    edition,
    fields,
    words: formWords,
    classes: scheme.classes.filter(({ rank }) => rank !== undefined).map(({ code, name }) => ({ code, label: name })),
    register,
    entries,
    registrationVersion: found.registrationVersion,
    sectionVersions: Object.fromEntries(Object.entries(found.sections).map(([id, { version }]) => [id, version])),
    campaignName: found.campaignName,
    accepted: acceptedItems(items, { state: found.state, items: found.returnedItems ?? [] }),
  };
};

/** The same of the actor's own enterprise; to everybody else there is none. */
export const ownWorkingCopy = async (
  reader: Reader,
  { actor }: Context,
  declarationId: string,
): Promise<Result<WorkingCopy, Fault>> => {
  const found = actor.enterpriseId
    ? await workingCopy(reader, actor.cityId, actor.enterpriseId, declarationId)
    : undefined;
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

/** Keeps everybody else from changing the declaration until the transaction ends; what belongs to it is read afterwards. */
export const lockDeclaration = (cityId: number, declarationId: string) =>
  sql`select 1 from declarations where city_id = ${cityId} and declaration_id = ${declarationId} for update`;
