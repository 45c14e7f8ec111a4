import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { attachments } from './attachments.ts';

it('has nothing against what is ticked, or has a file', () => {
  expect(
    foundBy(
      attachments,
      checkInput({
        attachments: [
          { kind: 'business-licence', file: 'file-s2' },
          { kind: 'rules', enclosed: true },
          { kind: 'organisation', enclosed: true },
          { kind: 'emergency-plan', enclosed: true },
        ],
      }),
    ),
  ).toEqual([]);
});

it('warns of what is not', () => {
  expect(foundBy(attachments, checkInput({ attachments: undefined }))).toEqual([
    'registration.attachments checks.attachmentsMissing',
  ]);
});

it('names a file that is gone', () => {
  expect(
    foundBy(
      attachments,
      checkInput({ attachments: [...(checkInput().form.attachments ?? []), { kind: 'permits', file: 'gone' }] }),
    ),
  ).toEqual(['registration.attachments.4.file checks.fileGone']);
});
