import { describe, expect, it } from 'vitest';
import type { Registration } from '../registration-fields.ts';
import { registrationGaps } from './gaps.ts';
import { groupProgress } from './progress.ts';
import { registrationSample } from './sample.ts';
import { hiddenValues, shownFields, shownGroups, submittedForm } from './shown-fields.ts';

const industries = [
  'opencast-mine',
  'underground-mine',
  'tailings-pond',
  'coal-mine',
  'hazardous-chemicals',
  'fireworks',
  'metallurgy',
  'machinery',
  'building-materials',
];
const always = ['identity', 'people', 'economy', 'certificates', 'hazards', 'record', 'application', 'attachments'];
const of = (industry: string) => ({
  industry,
  townshipOpinion: false,
  classes: ['A', 'B', 'C', 'D'],
  campaign: { startsOn: '2026-08-20', endsOn: '2026-12-31' },
});
const conditional = (form: Registration, industry: string) =>
  shownGroups(form, of(industry)).filter((group) => !always.includes(group));

describe('the groups that only some units have', () => {
  it.each([
    ['opencast-mine', ['mine']],
    ['coal-mine', ['mine']],
    ['tailings-pond', ['tailings']],
    ['hazardous-chemicals', ['chemicals']],
    ['metallurgy', ['metallurgy']],
    ['fireworks', ['fireworks']],
    ['machinery', []],
  ])('come with the industry %s: %j', (industry, groups) => expect(conditional({}, industry)).toEqual(groups));

  it.each([
    ['tailings-pond', ['tailings']],
    ['tank-farm', ['chemicals']],
    ['molten-metal', ['metallurgy']],
    ['deep-well-casting', ['metallurgy']],
    ['combustible-dust', ['dust']],
    ['liquid-ammonia', ['ammonia']],
    ['mine', ['mine']],
    ['confined-space', []],
  ])('come with the hazard %s: %j', (hazard, groups) =>
    expect(conditional({ specialHazards: [hazard] }, 'machinery')).toEqual(groups),
  );

  it('ask within a group only what the industry has', () => {
    const names = (industry: string) => shownFields({}, of(industry)).map(({ name }) => name);
    expect([names('opencast-mine').includes('slopeHeight'), names('opencast-mine').includes('mineGas')]).toEqual([
      true,
      false,
    ]);
    expect([names('coal-mine').includes('slopeHeight'), names('coal-mine').includes('mineGas')]).toEqual([false, true]);
  });

  it('have the township’s opinion if the scheme asks for it', () => {
    expect(shownGroups({}, { ...of('machinery'), townshipOpinion: true })).toContain('township');
    expect(shownGroups({}, of('machinery'))).not.toContain('township');
  });
});

describe('what a unit no longer has', () => {
  const before: Registration = { specialHazards: ['combustible-dust'], dustKinds: '铝粉', staffCount: 3 };
  const after: Registration = { ...before, specialHazards: [] };

  it('is kept and not handed in', () => {
    expect(hiddenValues(before, of('machinery'))).toEqual([]);
    expect(hiddenValues(after, of('machinery'))).toEqual(['dustKinds']);
    expect(submittedForm(after, of('machinery'))).toEqual({ specialHazards: [], staffCount: 3 });
  });

  it('is named only where something stands in it, and left out of what is handed in either way', () => {
    const blank = { ...after, dustKinds: '', dustWorkers: undefined } as unknown as Registration;
    expect(hiddenValues(blank, of('machinery'))).toEqual([]);
    expect(submittedForm(blank, of('machinery'))).toEqual({ specialHazards: [], staffCount: 3 });
  });

  it('is not asked for', () => {
    const paths = registrationGaps(after, of('machinery')).map(({ path }) => path);
    expect(paths).not.toContain('dustWorkers');
    expect(registrationGaps(before, of('machinery')).map(({ path }) => path)).toContain('dustWorkers');
  });
});

describe('the sample', () => {
  it.each(industries)('of %s is a form without gaps and without what the unit does not have', (industry) => {
    const form = registrationSample(of(industry));
    expect(registrationGaps(form, of(industry))).toEqual([]);
    expect(hiddenValues(form, of(industry))).toEqual([]);
    expect(groupProgress(form, of(industry)).filter(({ done, total }) => done < total)).toEqual([]);
  });
});
