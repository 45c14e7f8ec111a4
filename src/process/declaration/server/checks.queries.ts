import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import type { Reader } from '#platform/db/tx.ts';
import { asks, bind } from '#platform/http/routes.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { ANSWERS_FORMAT, score } from '#process/standards/domain/index.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import { checksContract } from '../checks.contract.ts';
import { checks } from '../domain/checks/index.ts';
import { givenAnswers } from '../domain/completeness.ts';
import { allFromStored, type DraftItems } from '../domain/draft-answers.ts';
import { asFacts, gateFacts } from '../domain/gate-facts.ts';
import { checkInputOf } from './checks-input.ts';
import { type LoadedDeclaration, loadDeclaration } from './load-declaration.ts';
import { correctionFaults } from './resubmission/correction-faults.ts';

type Answer = AnswerOf<typeof checksContract.checks>;

const plain = (issues: readonly Issue[]): Answer['errors'] =>
  issues.map(({ path, code, params }) => ({ path, code, ...(params && { params: { ...params } }) }));

/** The class that the answers come to; undefined as long as they are not complete. */
const classOf = (stored: StoredEdition, found: LoadedDeclaration, drafts: DraftItems, today: PlainDate) => {
  const facts = asFacts(gateFacts(stored.edition, found.facts, today));
  const answers = givenAnswers(drafts);
  if (stored.edition.items.some(({ id }) => answers[id] === undefined)) return undefined;
  const given = { format: ANSWERS_FORMAT, edition: stored.hash, asOf: today, answers, facts } as const;
  const scored = score(stored.plan, given, { trace: false });
  return scored.ok ? scored.value.class : undefined;
};

/** What the checks find in a working copy of the actor's enterprise; the same that submission is decided by. */
const readChecks = async (
  reader: Reader,
  declarationId: string,
  { actor, today }: Context,
): Promise<Result<Answer, Fault>> => {
  const found = await loadDeclaration(reader, actor.cityId, actor.enterpriseId, declarationId);
  if (!found) return refuse('input.noSuchRecord', 404);
  const stored = await editionByHash(reader, actor.cityId, found.editionHash);
  const scheme = await schemeByHash(reader, actor.cityId, found.schemeHash);
  const drafts = allFromStored(Object.values(found.sections).map((section) => section.stored));
  const input = checkInputOf(found, scheme, stored.edition, drafts, today);
  const classCode = classOf(stored, found, drafts, today);
  const { errors, warnings } = checks({ ...input, ...(classCode !== undefined && { classCode }) });
  const correction =
    found.state === 'submitted'
      ? []
      : await correctionFaults(reader, actor.cityId, found, drafts, stored.edition, scheme);
  return ok({ version: found.version, errors: plain([...errors, ...correction]), warnings: plain(warnings) });
};

export const checksRoutes = bind<Actor, typeof checksContract>(checksContract, {
  checks: asks((reader, { params }, context) => readChecks(reader, params.declarationId, context)),
});
