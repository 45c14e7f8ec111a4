import { issues, ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { contentChange } from '../../domain/content-change.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { lockOpenDraft, unkeepablePath, updateContent } from './draft-record.ts';
import { draftFaults, type ReadIndustryRules } from './industry-rules.ts';

/** Keeps the content of a draft as it is, whatever its faults, and answers them. */
export const saveDraft = (rules: ReadIndustryRules) =>
  command(draftingContract.saveDraft, {
    name: 'standards.save-draft',
    leavesNoTrace: (done: { readonly changed: boolean }) => !done.changed,
    run: async (tx, { params, body }, context) => {
      const broken = unkeepablePath(body.content);
      if (broken !== undefined) return issues([{ path: broken, code: 'edition.notCanonical' }]);
      const { actor, now } = context;
      const draft = await lockOpenDraft(tx, actor.cityId, params.draftId, body.baseVersion);
      if (!draft.ok) return draft;
      const change = contentChange(draft.value.content, body.content);
      const version = change ? await updateContent(tx, context, draft.value, body.content) : draft.value.version;
      const faults = draftFaults(body.content, draft.value.industry, await rules(tx, actor.cityId));
      return ok({
        done: { version, changed: change !== null, changedAt: now.toISOString(), faults: faults.map(asAnswer) },
        subject: { type: 'edition-draft', id: params.draftId },
        record: { version, ...change, faults: faults.length },
      });
    },
  });

/** An issue as answers have it, with its parameters as a value of its own. */
export const asAnswer = <I extends { readonly params?: object }>({ params, ...issue }: I) =>
  params ? { ...issue, params: { ...params } } : issue;
