import type { Edition } from '#process/standards/domain/index.ts';
import type { CheckInput, CheckRule } from '../domain/checks/index.ts';
import type { DraftItem } from '../domain/draft-answers.ts';
import { submittedForm } from '../domain/registration/shown-fields.ts';
import type { Registration } from '../domain/registration-fields.ts';
import { richTextOf } from '../domain/report/rich-text.ts';
import { reportSections } from '../domain/report/sections.ts';
import { wholeRegistration } from './whole-registration.ts';

const item = (id: string, kind: 'scored' | 'mandatory' | 'veto', evidence?: string) => ({
  id,
  element: 'e1',
  full: 10,
  kind,
  scoring: kind === 'scored' ? 'points' : 'met',
  na: 'allowed',
  onFail: [],
  ...(evidence && { evidence }),
});

/** An edition of four items: two scored, one mandatory, one veto; all but the first ask for evidence. */
export const checkedEdition = {
  format: 'anping-edition-v1',
  classes: [
    { code: 'A', rank: 1, from: '80', name: 'A 类' },
    { code: 'B', rank: 2, from: '0', name: 'B 类' },
  ],
  elements: [{ id: 'e1', parent: null }],
  items: [
    item('s1', 'scored'),
    item('s2', 'scored', '台账'),
    item('m1', 'mandatory', '证照'),
    item('v1', 'veto', '批复'),
  ],
  gates: [],
  floors: [],
  unitsPerPoint: 1,
} as unknown as Edition;

export const given = (answer: DraftItem['answer'], reason = ''): DraftItem => ({ answer, reason, comment: '', v: 1 });

/** A working copy that no rule has anything against; `form` and the rest change it. */
export const checkInput = (form: Registration = {}, other: Partial<CheckInput> = {}): CheckInput => {
  const setting = {
    industry: 'opencast-mine',
    townshipOpinion: false,
    classes: ['A', 'B'],
    campaign: { startsOn: '2026-08-20', endsOn: '2026-12-31' },
    ...other.setting,
  };
  const whole: Registration = {
    ...wholeRegistration,
    principalCertificate: '川A0001',
    attachments: (['business-licence', 'rules', 'organisation', 'emergency-plan'] as const).map((kind) => ({
      kind,
      enclosed: true,
    })),
    ...form,
  };
  return {
    today: '2026-09-01',
    creditCode: '91510400MA00000002',
    form: submittedForm(whole, setting),
    sources: {},
    edition: checkedEdition,
    drafts: {
      s1: given({ points: 10 }),
      s2: given({ points: 10 }),
      m1: given({ met: true }),
      v1: given({ met: true }),
    },
    evidence: ['s2', 'm1', 'v1'].map((itemId) => ({ evidenceId: `file-${itemId}`, itemId })),
    evidenceRequired: 'none',
    measures: {},
    report: Object.fromEntries(reportSections.map((section) => [section, richTextOf(['已写'])])),
    classCode: 'A',
    ...other,
    setting,
  };
};

/** What a rule finds, as `path code`. */
export const foundBy = (rule: CheckRule, input: CheckInput): readonly string[] =>
  rule.find(input).map(({ path, code }) => `${path} ${code}`);
