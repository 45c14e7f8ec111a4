import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type StoredUpload, storeUpload } from '#support/files/server/store-upload.ts';
import { takesRequests } from '../../domain/declaration-requests.ts';
import { cleanName } from '../../domain/evidence/file-name.ts';
import { proofLimits } from '../../domain/proof-limits.ts';
import { requestsContract } from '../../requests.contract.ts';
import { type DeclarationTerm, declarationTerm, lockingDeclaration, ownedBy } from './declaration-term.ts';
import { onePending } from './one-pending.ts';

interface Claim {
  readonly ground: string;
  readonly since: PlainDate;
  readonly explanation: string;
}

const MOST_WORDS = 1000;

/** Issues at `ground`, `since`, `explanation`. */
const readClaim = (
  fields: Readonly<Record<string, string>>,
  { scheme }: DeclarationTerm,
  today: PlainDate,
): Result<Claim, Fault> => {
  const ground = (fields.ground ?? '').trim();
  const since = (fields.since ?? '').trim();
  const explanation = (fields.explanation ?? '').trim();
  const found: Issue[] = [];
  if (!scheme.notAssessed?.some(({ code }) => code === ground))
    found.push({ path: 'ground', code: 'input.notAChoice' });
  if (!isPlainDate(since)) found.push({ path: 'since', code: 'input.notADay' });
  else if (since > today) found.push({ path: 'since', code: 'requests.inTheFuture', params: { today } });
  if (explanation === '') found.push({ path: 'explanation', code: 'requests.reasonMissing' });
  else if ([...explanation].length > MOST_WORDS)
    found.push({ path: 'explanation', code: 'requests.explanationTooLong', params: { max: MOST_WORDS } });
  return found.length > 0 ? issues(found) : ok({ ground, since: since as PlainDate, explanation });
};

type Prepared = Claim & StoredUpload & { readonly fileName: string };

/** The enterprise says that its unit is not to be assessed, and proves it; the body decides. */
export const claimNotAssessed = (
  files: BlobStore,
): Command<Actor, UploadInput<typeof requestsContract.claimNotAssessed>, { readonly requestId: string }, Prepared> => ({
  name: 'declaration.claim-not-assessed',
  roles: requestsContract.claimNotAssessed.roles,
  constraints: onePending,
  prepare: async ({ params: { declarationId }, body }, { actor, today }, read) => {
    const term = await read((reader) => declarationTerm(reader, actor.cityId, declarationId, ownedBy(actor)));
    const claim: Result<Claim, Fault> = !term
      ? refuse('input.noSuchRecord', 404)
      : takesRequests(term.state)
        ? readClaim(body.fields, term, today)
        : refuse('requests.handedIn', 409);
    if (!claim.ok) {
      body.stream.resume();
      return claim;
    }
    const stored = await storeUpload(files, body.stream, proofLimits);
    return stored.ok ? ok({ ...claim.value, ...stored.value, fileName: cleanName(body.fileName, 'proof') }) : stored;
  },
  run: async (tx, { params: { declarationId } }, { actor, now }, claim) => {
    const { cityId } = actor;
    const term = await declarationTerm(tx, cityId, declarationId, ownedBy(actor), lockingDeclaration);
    if (!term) return refuse('input.noSuchRecord', 404);
    if (!takesRequests(term.state)) return refuse('requests.handedIn', 409);
    const requestId = newId();
    const { ground, since, explanation, digest, fileName, size, type } = claim;
    await tx.run(sql`insert into declaration_requests (city_id, request_id, declaration_id, kind, ground, since, explanation, file_digest, file_name,
        media_type, size_bytes, asked_by, asked_by_name, asked_at)
      values (${cityId}, ${requestId}, ${declarationId}, 'not-assessed', ${ground}, ${since}, ${explanation}, ${digest}, ${fileName},
        ${MEDIA_TYPES[type]}, ${size}, ${actor.accountId}, ${actor.name}, ${now})`);
    return ok({
      done: { requestId },
      subject: { type: 'declaration', id: declarationId },
      record: { requestId, kind: 'not-assessed', ground, since, explanation, fileName, digest },
    });
  },
});
