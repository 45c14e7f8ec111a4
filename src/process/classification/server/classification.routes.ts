import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { classificationContract } from '../classification.contract.ts';
import { adoptable, listAdoptions, readAdoption, storedAdoption } from './adoption.queries.ts';
import { listDecisions, myClasses, readDecision } from './decision.queries.ts';
import { listDocument, listWorkbook } from './list-files.ts';
import { prepareAdoption } from './prepare-adoption.ts';
import { recomputeFile } from './recompute-file.ts';
import { signAdoption } from './sign-adoption.ts';
import { readUnitCourse } from './unit-course.queries.ts';
import { withdrawAdoption } from './withdraw-adoption.ts';

const found = <T>(answer: T | undefined) => (answer === undefined ? refuse('input.noSuchRecord', 404) : ok(answer));

export const classificationRoutes = bind<Actor, typeof classificationContract>(classificationContract, {
  adoptable: asks(async (reader, { params }, context) => found(await adoptable(reader, context, params.campaignId))),
  prepareAdoption: does(prepareAdoption),
  withdrawAdoption: does(withdrawAdoption),
  signAdoption: does(signAdoption),
  adoptions: asks(async (reader, { params }, context) => ok(await listAdoptions(reader, context, params.campaignId))),
  adoption: asks(async (reader, { params }, context) => found(await readAdoption(reader, context, params.adoptionId))),
  adoptionWorkbook: asks(async (reader, { params }, { actor }) => {
    const adoption = await storedAdoption(reader, actor.cityId, params.adoptionId);
    if (!adoption) return refuse('input.noSuchRecord', 404);
    return ok(await listWorkbook(adoption, await schemeOfCampaign(reader, actor.cityId, adoption.campaignId)));
  }),
  adoptionDocument: asks(async (reader, { params }, { actor }) => {
    const adoption = await storedAdoption(reader, actor.cityId, params.adoptionId);
    if (!adoption) return refuse('input.noSuchRecord', 404);
    return ok(await listDocument(adoption, await schemeOfCampaign(reader, actor.cityId, adoption.campaignId)));
  }),
  decisions: asks(async (reader, { params, query }, context) =>
    found(await listDecisions(reader, context, params.campaignId, query)),
  ),
  decision: asks(async (reader, { params }, context) => found(await readDecision(reader, context, params.decisionId))),
  recomputeFile: asks(async (reader, { params }, context) =>
    recomputeFile(reader, context, params.decisionId, params.file),
  ),
  myClasses: asks(async (reader, _input, context) => found(await myClasses(reader, context))),
  unitCourse: asks(async (reader, { params }, context) =>
    found(await readUnitCourse(reader, context, params.campaignId, params.unitId)),
  ),
});
