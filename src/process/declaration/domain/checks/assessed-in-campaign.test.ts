import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { assessedInCampaign } from './assessed-in-campaign.ts';

it('has nothing against a self-assessment from the first day of the campaign until today', () => {
  expect(foundBy(assessedInCampaign, checkInput({ assessedFrom: '2026-08-20', assessedTo: '2026-09-01' }))).toEqual([]);
});

it('names a beginning before the campaign', () => {
  expect(foundBy(assessedInCampaign, checkInput({ assessedFrom: '2026-08-19' }))).toEqual([
    'registration.assessedFrom registration.beforeCampaign',
  ]);
});

it('names an end that is still to come', () => {
  expect(foundBy(assessedInCampaign, checkInput({ assessedTo: '2026-09-02' }))).toEqual([
    'registration.assessedTo registration.notYet',
  ]);
});
