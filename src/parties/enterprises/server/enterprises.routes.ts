import { ok, refuse } from '#lib/result.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { enterprisesContract } from '../enterprises.contract.ts';
import { type CountedFacts, factKindsOf, recordFact } from './record-fact.ts';
import { supervisedUnit } from './supervised-units.ts';
import { factsOf } from './supervision-facts.ts';

export const enterprisesRoutes = (services: { readonly countedFacts: CountedFacts }) =>
  bind<Actor, typeof enterprisesContract>(enterprisesContract, {
    supervisionFacts: asks(async (reader, { params }, { actor }) => {
      const unit = await supervisedUnit(reader, actor, params.unitId);
      if (!unit) return refuse('input.noSuchRecord', 404);
      const rows = await factsOf(reader, actor.cityId, unit.unitId);
      const kinds = await factKindsOf(reader, actor.cityId, unit.industry, services.countedFacts);
      return ok({
        rows: [...rows],
        total: rows.length,
        kinds: [...kinds],
        mayRecord: hasRole(actor, 'city-office', 'reviewer'),
      });
    }),
    recordFact: does(recordFact(services.countedFacts)),
  });
