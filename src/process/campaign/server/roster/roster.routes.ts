import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { campaignTexts } from '../../campaign.text.ts';
import { SUPERVISING_KINDS } from '../../domain/roster/directory.ts';
import { rosterContract } from '../../roster.contract.ts';
import { addUnit } from './add-unit.ts';
import { editUnit } from './edit-unit.ts';
import { listImports, readImport } from './import.queries.ts';
import { previewRoster } from './preview-roster.ts';
import { directoryOf } from './roster.queries.ts';
import { confirmRoster, discardRoster } from './settle-import.ts';
import { readUnit } from './unit.queries.ts';
import { type ListedUnit, listedUnits, listUnits, pageOfUnits } from './unit-list.queries.ts';
import { rosterTemplate, unitsWorkbook } from './workbooks.ts';

/** Most rows of a workbook to download: what the reader takes back in. */
const MOST_EXPORTED = 20_000;

const notThere = refuse('input.noSuchRecord', 404);
/** Workbooks are official documents and Chinese. */
const stateName = (state: ListedUnit['state']): string => campaignTexts['zh-CN'][`roster.state.${state}`];

export const rosterRoutes = (services: { readonly files: BlobStore }) =>
  bind<Actor, typeof rosterContract>(rosterContract, {
    rosterTemplate: asks(async (reader, { params }, { actor, now }) => {
      const directory = await directoryOf(reader, actor.cityId, params.campaignId);
      return directory ? ok(await rosterTemplate(directory, directory.campaignName, now)) : notThere;
    }),
    previewRoster: does(previewRoster(services.files)),
    rosterImports: asks(async (reader, { params, query }, { actor }) =>
      ok(await listImports(reader, actor.cityId, params.campaignId, query.page)),
    ),
    rosterImport: asks(async (reader, { params, query }, context) => {
      const { page, faulty } = query;
      const found = await readImport(reader, context, params.importId, { page, faulty: faulty === 'yes' });
      return found ? ok(found) : notThere;
    }),
    confirmRoster: does(confirmRoster),
    discardRoster: does(discardRoster),
    rosterChoices: asks(async (reader, { params }, { actor }) => {
      const directory = await directoryOf(reader, actor.cityId, params.campaignId);
      if (!directory) return notThere;
      const { scheme, bodies, assessed } = directory;
      const named = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, name });
      return ok({
        industries: scheme.industries.filter(({ code }) => assessed.has(code)).map(named),
        divisions: scheme.divisions.map(named),
        bodies: bodies
          .filter((body) => SUPERVISING_KINDS.includes(body.kind))
          .map((body) => ({ code: body.bodyId, name: body.short })),
        affiliations: scheme.affiliations.map(named),
      });
    }),
    units: asks(async (reader, { params, query }, { actor }) => {
      const { page, size, ...filters } = query;
      const found = await pageOfUnits(reader, actor, params.campaignId, filters, { page, size });
      return found ? ok({ rows: [...found.rows], total: found.total }) : notThere;
    }),
    unitsWorkbook: asks(async (reader, { params, query }, { actor, now }) => {
      const directory = await directoryOf(reader, actor.cityId, params.campaignId);
      if (!directory) return notThere;
      const listed = listedUnits(actor, params.campaignId, query);
      const rows = await listUnits(reader, directory.scheme, listed, { page: 1, size: MOST_EXPORTED + 1 });
      if (rows.length > MOST_EXPORTED) return refuse('roster.tooManyToExport', 422, { limit: MOST_EXPORTED }, 'final');
      return ok(await unitsWorkbook(rows, stateName, directory.campaignName, now));
    }),
    unit: asks(async (reader, { params }, context) => {
      const found = await readUnit(reader, context, params.campaignId, params.unitId);
      return found ? ok(found) : notThere;
    }),
    addUnit: does(addUnit),
    editUnit: does(editUnit),
  });
