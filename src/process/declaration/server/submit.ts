import { type Issue, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { ANSWERS_FORMAT, type Answers } from '#process/standards/domain/index.ts';
import { declarationContract } from '../declaration.contract.ts';
import type { DeclarationSubmitted } from '../declaration.events.ts';
import { warningsOf } from '../domain/checks/index.ts';
import { givenAnswers, givenComments, givenDeductions, givenReasons } from '../domain/completeness.ts';
import { asFacts, gateFacts } from '../domain/gate-facts.ts';
import { receiptNumber } from '../domain/receipt-number.ts';
import { mayTake } from '../domain/states.ts';
import { freezeSubmission } from './freeze-submission.ts';
import { type LoadedDeclaration, loadingForSubmission } from './load-declaration.ts';
import { stepFrom } from './own-declaration.ts';
import { registerEntry } from './register-entry.ts';
import { handedOverBy, personOf } from './signing/signatures.ts';
import { wholeDeclaration } from './whole-declaration.ts';

const promiseGaps = ({ truthful }: { truthful: boolean }): readonly Issue[] =>
  truthful ? [] : [{ path: 'truthful', code: 'declaration.promiseMissing' }];

/** How many warnings of each kind were accepted. */
const countedByCode = (warnings: readonly Issue[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { code } of warnings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/**
 * Signs the declaration and hands it in: checked whole, scored, packed, frozen and routed. Two round trips: everything is loaded as the request is
 * opened, everything is written together with the audit row and the commit.
 */
export const submit = command(declarationContract.submit, {
  name: 'declaration.submit',
  ahead: ({ params }, cityId) => [loadingForSubmission(cityId, params.declarationId)],
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = tx.ahead[0]?.[0] as LoadedDeclaration | undefined;
    if (!found) return refuse('input.noSuchRecord', 404);
    const step = stepFrom(found.state, 'submit');
    if (!step.ok) return step;
    if (found.version !== body.baseVersion) return refuse('platform.stale', 409);
    const person = personOf(found, actor);
    if (!mayTake(step.value, person))
      return refuse(
        `declaration.${person.handedItOver ? 'youHandedItOver' : 'handOverFirst'}`,
        409,
        undefined,
        'final',
      );
    const clerk = handedOverBy(found);
    const whole = await wholeDeclaration(tx, cityId, found, today, promiseGaps(body));
    if (!whole.ok) return whole;
    const { stored, scheme, route, deadline, late, drafts, checked } = whole.value;
    const { edition } = stored;
    const receivingBody = route.body;

    const facts = asFacts(gateFacts(edition, found.facts, today));
    const answers: Answers = {
      format: ANSWERS_FORMAT,
      edition: found.editionHash,
      asOf: today,
      answers: givenAnswers(drafts),
      facts,
    };
    const submissionId = newId();
    const sequence = found.submittedBefore + 1;
    const receipt = receiptNumber(Number(today.slice(0, 4)), found.receipt ?? 0);
    const frozen = freezeSubmission({
      cityId,
      submissionId,
      declarationId,
      unitId: found.unitId,
      sequence,
      stored,
      answers,
      reasons: givenReasons(edition.items, drafts),
      comments: givenComments(drafts),
      deductions: givenDeductions(drafts),
      registration: {
        form: checked.form,
        register: registerEntry(found, scheme),
      },
      report: found.report,
      measures: found.measures,
      evidence: found.evidence,
      receipt,
      receivingBody,
      dueOn: deadline.dueOn,
      late,
      signer: actor.name,
      handedOverBy: clerk,
      submittedBy: actor.accountId,
      submittedByName: actor.name,
      submittedAt: now,
      correctionNote: found.correctionNote,
      revisionId: null,
    });
    if (!frozen.ok) return frozen;
    const warnings = warningsOf({ ...checked, classCode: frozen.value.classCode });
    if (warnings.length > 0 && !body.warningsAccepted)
      return refuse('declaration.warningsNotAccepted', 409, { count: warnings.length });
    const { printed, classCode, contentDigest } = frozen.value;
    const version = found.version + 1;
    tx.later(frozen.value.insert);
    tx.later(sql`update declarations set state = ${step.value.to}, version = ${version}, receiving_body_id = ${receivingBody},
        route = ${json({ rule: route.rule.id, reasons: route.reasons })}::jsonb, current_submission_id = ${submissionId},
        review_begun_at = null, handed_over_by = null, handed_over_by_name = null, handed_over_at = null, handed_over_from = null,
        unsigned = null, changed_at = ${now}
      where city_id = ${cityId} and declaration_id = ${declarationId}`);

    const event: DeclarationSubmitted = {
      type: 'declaration.submitted',
      declarationId,
      submissionId,
      campaignId: found.campaignId,
      unitId: found.unitId,
      bodyId: receivingBody,
      editionHash: found.editionHash,
    };
    return ok({
      done: { submissionId, receiptNumber: receipt, version },
      subject: { type: 'declaration', id: declarationId },
      record: {
        state: step.value.to,
        submissionId,
        sequence,
        receipt,
        receivingBody,
        rule: route.rule.id,
        edition: found.editionHash,
        printed,
        class: classCode,
        contentDigest,
        dueOn: deadline.dueOn,
        late,
        ...(warnings.length > 0 && { acceptedWarnings: countedByCode(warnings) }),
        signer: actor.name,
        handedOverBy: clerk,
      },
      events: [event],
    });
  },
});
