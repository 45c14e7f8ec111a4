import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { registerChangeContract } from '../../register-change.contract.ts';
import { decideRegisterChange } from './decide-change.ts';
import { listRegisterChanges, readRegisterChange } from './register-change.queries.ts';
import { remarkOnRegisterChange } from './remark-on-change.ts';
import { requestRegisterChange } from './request-change.ts';
import { proofFile, sendProof } from './send-proof.ts';
import type { RegisterChangeServices } from './services.ts';
import { ownUnits, readUnitRegister } from './unit-register.queries.ts';
import { withdrawRegisterChange } from './withdraw-change.ts';

const found = <T>(answer: T | undefined) => (answer ? ok(answer) : refuse('input.noSuchRecord', 404));

export const registerChangeRoutes = (services: RegisterChangeServices) =>
  bind<Actor, typeof registerChangeContract>(registerChangeContract, {
    unitRegister: asks(async (reader, { params }, context) =>
      found(await readUnitRegister(reader, context, params.unitId, services)),
    ),
    ownUnits: asks(async (reader, _input, { actor }) => ok({ rows: await ownUnits(reader, actor) })),
    registerChangeProof: does(sendProof(services.files)),
    requestRegisterChange: does(requestRegisterChange(services)),
    registerChanges: asks(async (reader, { query }, { actor }) => ok(await listRegisterChanges(reader, actor, query))),
    registerChange: asks(async (reader, { params }, context) =>
      found(await readRegisterChange(reader, context, params.changeId, services)),
    ),
    registerChangeProofFile: asks((reader, { params }, { actor }) =>
      proofFile(reader, services.files, actor, params.changeId),
    ),
    remarkOnRegisterChange: does(remarkOnRegisterChange),
    decideRegisterChange: does(decideRegisterChange),
    withdrawRegisterChange: does(withdrawRegisterChange),
  });
