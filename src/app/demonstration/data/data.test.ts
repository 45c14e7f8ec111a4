import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { isFromOtherAuthority } from '#parties/enterprises/domain/fact-kinds.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { readRegistration, registrationGaps } from '#process/declaration/domain/registration.ts';
import { sectionsOf } from '#process/declaration/domain/sections.ts';
import { verdictDeductionsFault, verdictFault, verdictGap } from '#process/review/domain/verdict.ts';
import { answerFault, deductionsFault, isCountable } from '#process/standards/domain/index.ts';
import { answersOf, countsOf, makeAnswers, makeVerdicts } from './assessment.ts';
import { makeEnterprises } from './enterprises.ts';
import { makeEvidenceFiles } from './evidence-files.ts';
import { industryKinds } from './industries.ts';
import { goals, makeJourneys } from './journeys.ts';
import { makeOfficers, receivingBodies } from './officers.ts';
import { dealer, randomOf } from './random.ts';
import { makeRegistration } from './registration-form.ts';
import { namedAsAbsent, notOfTrade } from './trades.ts';

const SMALL = 40;
const { editions } = await readScheme('panzhihua-2009');
const anyTrade = fc.constantFrom(...industryKinds.flatMap(({ businesses }) => businesses.map(({ word }) => word)));

describe('the enterprises of a demonstration', () => {
  it('are the same for the same seed, the first of a larger city too, and others for another seed', () => {
    expect(makeEnterprises('a', SMALL)).toEqual(makeEnterprises('a', SMALL));
    expect(makeEnterprises('a', 2 * SMALL).slice(0, SMALL)).toEqual(makeEnterprises('a', SMALL));
    expect(makeEnterprises('b', SMALL)).not.toEqual(makeEnterprises('a', SMALL));
  });

  it('have valid credit codes of the region, each its own', () => {
    const codes = makeEnterprises('codes', 500).map(({ creditCode }) => creditCode);
    expect(new Set(codes).size).toBe(500);
    for (const code of codes) {
      expect(checkCreditCode(code)).toMatchObject({ ok: true });
      expect(code).toMatch(/^915104\d\dYF/);
    }
  });

  it('have names of their own, also beyond the first round of trade names', () => {
    const names = makeEnterprises('names', 6_000).map(({ name }) => name);
    expect(new Set(names).size).toBe(6_000);
  });

  it.each(['panzhihua', 'x', '另一个种子'])(
    'cover industries, places and affiliations in a small city of seed %s',
    (seed) => {
      const made = makeEnterprises(seed, SMALL);
      expect(new Set(made.flatMap(({ units }) => units.map(({ industry }) => industry)))).toEqual(
        new Set(editions.map(({ industry }) => industry)),
      );
      expect(new Set(made.map(({ place }) => place.key)).size).toBe(6);
      expect(new Set(made.map(({ affiliation }) => affiliation)).size).toBe(5);
      expect(made.some(({ units }) => units.length > 1)).toBe(true);
      expect(new Set(makeJourneys(seed, made).map(({ goal }) => goal))).toEqual(new Set(goals));
    },
  );

  it('include mines whose class a higher authority fixed or capped, each by a document', () => {
    const facts = makeJourneys('graded', makeEnterprises('graded', 300)).flatMap(({ unit, facts: own }) =>
      own.filter(({ kind }) => isFromOtherAuthority(kind)).map((fact) => ({ ...fact, industry: unit.industry })),
    );
    const fixed = facts.filter(({ kind }) => kind === 'class-fixed-elsewhere');
    expect([fixed.length > 0, facts.length > fixed.length]).toEqual([true, true]);
    expect(fixed.map(({ industry }) => industry)).not.toContain('hazardous-chemicals');
    for (const { documentNumber, issuingBody } of facts) {
      expect(documentNumber).toMatch(/^川应急函〔202[56]〕示\d+号$/);
      expect(issuingBody).not.toBe('');
    }
  });

  it('name no two units of one enterprise alike', () => {
    for (const { units } of makeEnterprises('units', 500))
      expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
  });

  it('telephone by numbers that nobody has', () => {
    for (const { contactPhone } of makeEnterprises('phones', 200)) expect(contactPhone).toMatch(/^0812-0\d{6}$/);
  });
});

describe('a made-up assessment', () => {
  it.each(editions.map((edition) => [edition.industry ?? '', edition] as const))(
    'of %s answers every item in a way that fits',
    (_industry, edition) => {
      fc.assert(
        fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), anyTrade, (seed, quality, trade) => {
          const sections = makeAnswers(edition, { quality, trade }, randomOf(seed));
          const answers = answersOf(sections);
          expect(sections.map(({ elementId }) => elementId)).toEqual(
            sectionsOf(edition).map(({ elementId }) => elementId),
          );
          const counts = countsOf(sections);
          for (const item of edition.items) {
            const answer = answers[item.id] ?? { met: false };
            expect(answerFault(item, answer)).toBeUndefined();
            expect(deductionsFault(item, answer, counts[item.id] ?? {}, edition)).toBeUndefined();
          }
          const items = new Map(edition.items.map((item) => [item.id, item]));
          for (const verdict of makeVerdicts(edition, answers, 0.5, randomOf(seed, 'v'), counts)) {
            const item = items.get(verdict.itemId);
            const answer = answers[verdict.itemId];
            if (!item || !answer) throw new Error('a verdict on nothing');
            expect(verdictFault(item, answer, verdict) ?? verdictGap(answer, verdict)).toBeUndefined();
            expect(verdictDeductionsFault(item, verdict, edition)).toBeUndefined();
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it('counts most of what is lost out, where the standard has rules to count', () => {
    let [lost, told] = [0, 0];
    for (const edition of editions) {
      const unit = { quality: 0.7, trade: '' };
      const sections = makeAnswers(edition, unit, randomOf('counted', edition.industry ?? ''));
      const [answers, counts] = [answersOf(sections), countsOf(sections)];
      for (const item of edition.items) {
        const answer = answers[item.id];
        if (!isCountable(item) || !answer || !('points' in answer) || answer.points === item.full) continue;
        lost += 1;
        told += counts[item.id] ? 1 : 0;
      }
    }
    expect(lost).toBeGreaterThan(50);
    expect(told / lost).toBeGreaterThan(0.7);
  });

  it('declares not applicable what the trade does not have, and says why: a vanadium plant has no blast furnace', () => {
    const metallurgy = editions.find(({ industry }) => industry === 'metallurgy')!;
    const furnace = metallurgy.items.filter(({ element }) => element === 'e5-2');
    const roasting = metallurgy.items.filter(({ element }) => element === 'e6-1');
    expect(Math.min(furnace.length, roasting.length)).toBeGreaterThan(3);
    const of = (trade: string) => answersOf(makeAnswers(metallurgy, { quality: 1, trade }, randomOf('trade')));
    const [vanadium, iron] = [of('钒业'), of('冶炼')];
    for (const { id } of furnace) {
      expect([id, vanadium[id]]).toEqual([id, { na: expect.stringContaining('没有') }]);
      expect([id, iron[id]]).not.toEqual([id, { na: expect.stringContaining('没有烧结') }]);
    }
    for (const { id } of roasting)
      expect([id, iron[id]]).toEqual([id, { na: expect.stringContaining('不生产钒制品') }]);
    const verdicts = makeVerdicts(metallurgy, vanadium, 1, randomOf('strict'));
    const refused = verdicts.filter(({ verdict }) => verdict === 'refuse-na').map(({ itemId }) => itemId);
    expect(refused.filter((id) => furnace.some((item) => item.id === id))).toEqual([]);
  });

  it.each(editions.map((edition) => [edition.industry ?? '', edition] as const))(
    'of %s leaves out only what the standard has and lets be left out, and something in every trade where parts differ',
    (industry, edition) => {
      const known = new Set([...edition.elements, ...edition.items].map(({ id }) => id));
      const items = new Map(edition.items.map((item) => [item.id, item]));
      for (const id of namedAsAbsent(industry)) {
        expect([id, known.has(id)]).toEqual([id, true]);
        expect([id, items.get(id)?.na ?? 'allowed']).toEqual([id, 'allowed']);
      }
      if (namedAsAbsent(industry).length === 0) return;
      const trades = industryKinds.flatMap(({ industry: own, businesses, further }) => [
        ...(own === industry ? businesses.map(({ word }) => word) : []),
        ...further.flatMap((one) => (one.industry === industry && one.trade ? [one.trade] : [])),
      ]);
      for (const trade of trades) {
        const { size } = notOfTrade(edition, trade);
        expect([trade, size > 0 && size < edition.items.length * 0.7]).toEqual([trade, true]);
      }
    },
  );

  it('has a registration form without gaps', () => {
    const campaign = { startsOn: '2026-08-20', endsOn: '2026-12-31' };
    const assessed = { from: '2026-09-01', to: '2026-09-10', quality: 0.5, classWanted: 'B' };
    for (const enterprise of makeEnterprises('forms', 200)) {
      for (const { industry } of enterprise.units) {
        const made = makeRegistration(enterprise, { ...assessed, industry }, randomOf(enterprise.number));
        const form = readRegistration(made);
        if (!form.ok) throw new Error(JSON.stringify(form.error));
        const setting = { industry, townshipOpinion: false, classes: ['A', 'B'], campaign };
        expect(registrationGaps(form.value, setting)).toEqual([]);
      }
    }
  });
});

describe('the people of a demonstration', () => {
  const officers = makeOfficers('panzhihua');
  it('are two reviewers and two for sign-off at each receiving body, and two experts at least for each industry', () => {
    for (const bodyId of Object.keys(receivingBodies)) {
      const roles = officers.filter((one) => one.bodyId === bodyId).flatMap((one) => one.roles);
      expect(roles.sort()).toEqual(['reviewer', 'reviewer', 'sign-off', 'sign-off']);
    }
    for (const { industry } of editions)
      expect(officers.filter(({ industries }) => industries.includes(industry ?? '')).length).toBeGreaterThanOrEqual(2);
  });
  it('have a login and a name of their own each', () => {
    expect(new Set(officers.map(({ login }) => login)).size).toBe(officers.length);
    expect(new Set(officers.map(({ name }) => name)).size).toBe(officers.length);
  });
});

describe('made-up numbers', () => {
  it('stay in their range and reach both ends', () => {
    const random = randomOf('range');
    const drawn = Array.from({ length: 2_000 }, () => random.between(3, 6));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5, 6]));
  });
  it('are dealt by weight: any stretch of a round has its share, give or take one', () => {
    const deal = dealer(
      [
        { value: 'a', weight: 3 },
        { value: 'b', weight: 1 },
      ],
      randomOf('deal'),
    );
    const dealt = Array.from({ length: 400 }, deal);
    expect(dealt.filter((value) => value === 'b').length).toBeGreaterThanOrEqual(99);
    expect(dealt.filter((value) => value === 'b').length).toBeLessThanOrEqual(101);
  });
});

describe('made-up evidence', () => {
  it('begins and ends as its kind does', () => {
    for (const { fileName, bytes } of makeEvidenceFiles()) {
      const text = Buffer.from(bytes).toString('latin1');
      if (fileName.endsWith('.png')) expect([text.slice(1, 4), text.includes('IEND')]).toEqual(['PNG', true]);
      else expect([text.slice(0, 5), text.endsWith('%%EOF\n')]).toEqual(['%PDF-', true]);
    }
  });
});
