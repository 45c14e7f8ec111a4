import type { Issue } from '#lib/result.ts';
import type { Item } from '#process/standards/domain/index.ts';
import type { CheckInput, CheckRule } from './check-input.ts';

const isRequired = ({ kind }: Item, required: CheckInput['evidenceRequired']): boolean =>
  required === 'all' || (required === 'mandatory-and-veto' && kind !== 'scored');

/** Items that ask for evidence, are claimed to be met at least in part, and have no file. */
const without = (input: CheckInput, required: boolean): readonly Issue[] => {
  const proven = new Set(input.evidence.map(({ itemId }) => itemId));
  const found: Issue[] = [];
  for (const item of input.edition.items) {
    if (item.evidence === undefined || proven.has(item.id)) continue;
    const answer = input.drafts[item.id]?.answer;
    if (!answer || 'na' in answer || ('met' in answer ? !answer.met : answer.points === 0)) continue;
    if (isRequired(item, input.evidenceRequired) === required)
      found.push({
        path: `evidence.${item.id}`,
        code: required ? 'checks.evidenceRequired' : 'checks.evidenceMissing',
        params: { asked: item.evidence },
      });
  }
  return found;
};

/** Items for which the scheme requires a file have one. */
export const evidenceRequired: CheckRule = {
  code: 'evidenceRequired',
  level: 'error',
  find: (input) => without(input, true),
};

/** The other items that ask for evidence have some. */
export const evidenceMissing: CheckRule = {
  code: 'evidenceMissing',
  level: 'warning',
  find: (input) => without(input, false),
};
