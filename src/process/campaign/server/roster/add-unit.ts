import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { normaliseCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { json, sql } from '#platform/db/sql.ts';
import { unitKey } from '../../domain/roster/compare-rows.ts';
import type { RosterRow } from '../../domain/roster/row.ts';
import { rosterContract } from '../../roster.contract.ts';
import { enterRows } from './enter-rows.ts';
import { directoryOf, registerOf } from './roster.queries.ts';
import { storedRows } from './stored-row.ts';
import { codeFaults, creditCodeFaults } from './unit-input.ts';

/** Enters one unit that the roster lacks; the enterprise is made or taken from the register by its credit code. */
export const addUnit = command(rosterContract.addUnit, {
  name: 'campaign.add-unit',
  constraints: {
    declarations_one_per_unit: { kind: 'refusal', code: 'roster.unitAlreadyThere', status: 409, again: 'final' },
  },
  run: async (tx, { params, body }, { actor, now }) => {
    const { cityId } = actor;
    const { campaignId } = params;
    const directory = await directoryOf(tx, cityId, campaignId);
    if (!directory) return refuse('input.noSuchRecord', 404);
    const { reason, ...form } = body;
    const creditCode = normaliseCreditCode(form.creditCode);
    const faults = [...creditCodeFaults(creditCode), ...codeFaults(directory, form)];
    if (faults.length > 0) return issues(faults);
    const register = await registerOf(tx, cityId, campaignId, [creditCode]);
    const enterprise = register.enterprises.get(creditCode);
    if (enterprise && enterprise.name !== form.enterpriseName)
      return issues([{ path: 'enterpriseName', code: 'roster.registeredName', params: { name: enterprise.name } }]);
    if (register.units.get(unitKey(creditCode, form.unitName))?.inCampaign)
      return refuse('roster.unitAlreadyThere', 409, undefined, 'final');
    const typed = { industry: '', division: '', body: '', affiliation: '' };
    const row: RosterRow = { ...form, creditCode, row: 1, typed };
    const [stored] = storedRows([row], directory.scheme, register, new Set());
    if (!stored) throw new Error('one row in, one row out');
    const { scheme } = directory;
    await enterRows(tx, sql`${json([stored])}::jsonb`, { cityId, campaignId, scheme, now });
    return ok({
      done: { unitId: stored.unitId, declarationId: stored.declarationId },
      subject: { type: 'unit', id: stored.unitId },
      record: { campaignId, ...form, creditCode, reason },
    });
  },
});
