import { recordFact } from '#parties/enterprises/server/record-fact.ts';
import { countedFacts } from '#process/standards/server/counted-facts.ts';
import { type People, personOf } from './accounts.ts';
import { receivingBodies } from './data/officers.ts';
import { at, days } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const record = recordFact(countedFacts);

/** The body that supervises the unit enters what it has on record. */
export const makeUnitFacts = async ({ step }: Steps, people: People, unit: MakingUnit): Promise<void> => {
  const { key, unitId, facts, enterprise } = unit;
  const supervisor = personOf(people, `${receivingBodies[enterprise.place.bodyId]}-chushen1`);
  for (const [index, body] of facts.entries())
    await step(
      `unit/${key}/fact-${index}`,
      supervisor,
      record,
      { params: { unitId }, query: undefined, body },
      at(days.facts, 9),
    );
};
