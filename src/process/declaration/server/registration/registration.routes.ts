import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { registrationContract } from '../../registration.contract.ts';
import { findOwn } from '../own-declaration.ts';
import { confirmFields } from './confirm-fields.ts';
import { readOffers } from './offers.ts';
import { saveFields } from './save-fields.ts';
import { takeOver } from './take-over.ts';

export const registrationRoutes = bind<Actor, typeof registrationContract>(registrationContract, {
  registrationOffers: asks(async (reader, { params: { declarationId } }, { actor, today }) => {
    const own = await findOwn(reader, actor, declarationId);
    if (!own.ok) return own;
    const offers = await readOffers(reader, actor.cityId, declarationId, today);
    return ok({ offers: offers.map((offer) => ({ ...offer, values: { ...offer.values } })) });
  }),
  saveFields: does(saveFields),
  takeOver: does(takeOver),
  confirmFields: does(confirmFields),
});
