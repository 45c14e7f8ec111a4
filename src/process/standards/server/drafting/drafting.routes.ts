import { ok, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Reader } from '#platform/db/tx.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { discardDraft } from './discard-draft.ts';
import { publicationOf, readDraft } from './draft.queries.ts';
import { draftById } from './draft-record.ts';
import { editionDocument, editionWorkbook } from './edition-files.ts';
import { readImport } from './import.queries.ts';
import type { ReadIndustryRules } from './industry-rules.ts';
import { previewDraftWorkbook, previewNewWorkbook } from './preview-workbook.ts';
import { publishDraft } from './publish-draft.ts';
import { retireEdition } from './retire-edition.ts';
import { saveDraft } from './save-draft.ts';
import { editionRecord, standardsOf } from './standards.queries.ts';
import { startDraft } from './start-draft.ts';
import { takeOverImport } from './take-over-import.ts';
import { publishedEdition } from './terms.queries.ts';

const found = <T>(value: T | undefined) => (value === undefined ? refuse('input.noSuchRecord', 404) : ok(value));

/** The life of a standard. What the scheme says of industries belongs to a later stage; `app` brings it. */
export const draftingRoutes = ({
  industryRules,
  files,
}: {
  readonly industryRules: ReadIndustryRules;
  readonly files: BlobStore;
}) => {
  const edition = (reader: Reader, { actor }: Context, hash: string) => publishedEdition(reader, actor.cityId, hash);
  return bind<Actor, typeof draftingContract>(draftingContract, {
    standards: asks(async (reader, _input, context) => ok(await standardsOf(reader, context, industryRules))),
    editionRecord: asks(async (reader, { params }, context) =>
      found(await editionRecord(reader, context, params.editionHash, industryRules)),
    ),
    editionWorkbook: asks(async (reader, { params }, context) => {
      const one = await edition(reader, context, params.editionHash);
      return one ? editionWorkbook(one.content, one.title, context.now) : refuse('input.noSuchRecord', 404);
    }),
    editionDocument: asks(async (reader, { params }, context) => {
      const one = await edition(reader, context, params.editionHash);
      return found(one && editionDocument(one.content, one.title));
    }),
    retireEdition: does(retireEdition),
    startDraft: does(startDraft(industryRules)),
    draft: asks(async (reader, { params }, context) =>
      found(await readDraft(reader, context, params.draftId, industryRules)),
    ),
    saveDraft: does(saveDraft(industryRules)),
    discardDraft: does(discardDraft),
    publication: asks(async (reader, { params }, context) =>
      found(await publicationOf(reader, context, params.draftId, industryRules)),
    ),
    publishDraft: does(publishDraft(industryRules)),
    draftWorkbook: asks(async (reader, { params }, { actor, now }) => {
      const draft = await draftById(reader, actor.cityId, params.draftId);
      return draft ? editionWorkbook(draft.content, draft.title, now) : refuse('input.noSuchRecord', 404);
    }),
    draftDocument: asks(async (reader, { params }, { actor }) => {
      const draft = await draftById(reader, actor.cityId, params.draftId);
      return found(draft && editionDocument(draft.content, draft.title));
    }),
    previewDraftWorkbook: does(previewDraftWorkbook(files)),
    previewNewWorkbook: does(previewNewWorkbook(files, industryRules)),
    editionImport: asks(async (reader, { params }, context) =>
      found(await readImport(reader, context, params.importId, industryRules)),
    ),
    takeOverImport: does(takeOverImport(industryRules)),
  });
};
