import { Readable } from 'node:stream';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { PackDocument } from '#support/documents/pdf/pack-document.ts';
import { renderPack } from '#support/documents/pdf/render-pack.ts';
import { loadDeclaration } from '../load-declaration.ts';
import { registerEntry, routeOf } from '../register-entry.ts';
import { reportDocument } from '../report/report-document.ts';
import { draftSource } from '../report/report-source.ts';
import { formDocument } from './form-document.ts';
import { CODE_LABEL, PAGE_WORDS, printedCopies } from './pack-data.ts';

/** The working copy as it would be printed, in one copy: marked as a draft, without codes, for reading and not for handing in. */
export const draftPrint = async (
  reader: Reader,
  declarationId: string,
  { actor, now, today }: Context,
): Promise<Result<FileAnswer, Fault>> => {
  const found = await loadDeclaration(reader, actor.cityId, actor.enterpriseId, declarationId);
  if (!found) return refuse('input.noSuchRecord', 404);
  const stored = await editionByHash(reader, actor.cityId, found.editionHash);
  const scheme = await schemeByHash(reader, actor.cityId, found.schemeHash);
  const register = registerEntry(found, scheme);
  const route = routeOf(found, scheme);
  const body = route.ok
    ? await reader.row<{ name: string }>(
        sql`select name from bodies where city_id = ${actor.cityId} and body_id = ${route.value.body}`,
      )
    : undefined;
  const [first] = printedCopies(paperRules(scheme));
  const pack: PackDocument = {
    title: `${register.unitName}　企业安全生产评估登记表（草稿）`,
    form: formDocument({
      register,
      form: found.registration,
      edition: stored.edition,
      campaignName: found.campaignName,
      receivingBodyName: body?.name ?? '受理单位',
      submitted: null,
    }),
    report: reportDocument(draftSource(found, stored, register, today)),
    copies: [{ label: '草稿，不作报送之用', keeper: first?.keeper ?? '' }],
    pageWords: PAGE_WORDS,
    codeLabel: CODE_LABEL,
    draft: '草稿',
  };
  const set = async function* () {
    yield (await renderPack(pack, null, now)).pdf;
  };
  const name = `登记表（草稿） ${register.unitName}.pdf`;
  return ok({ type: 'application/pdf', name, body: Readable.from(set()), inline: true });
};
