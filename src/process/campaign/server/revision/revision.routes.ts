import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { revisionContract } from '../../revision.contract.ts';
import { cancelRevision } from './cancel-revision.ts';
import { orderRevision } from './order-revision.ts';
import { listRevisedUnits } from './revised-units.queries.ts';
import { revisedUnitsWorkbook } from './revised-units-workbook.ts';
import { listRevisions, readRevision } from './revision.queries.ts';
import { previewRevision } from './revision-preview.queries.ts';
import type { StandingOf } from './standing.ts';

export const revisionRoutes = ({ standingOf }: { readonly standingOf: StandingOf }) =>
  bind<Actor, typeof revisionContract>(revisionContract, {
    revisionPreview: asks((reader, { params, query }, context) =>
      previewRevision(reader, params.campaignId, query.industry, context, standingOf),
    ),
    orderRevision: does(orderRevision(standingOf)),
    cancelRevision: does(cancelRevision),
    revisions: asks(async (reader, { params }, context) => ok(await listRevisions(reader, params.campaignId, context))),
    revision: asks((reader, { params }, context) => readRevision(reader, params.revisionId, context)),
    revisedUnits: asks(async (reader, { params, query }, context) => {
      const found = await readRevision(reader, params.revisionId, context);
      return found.ok ? ok(await listRevisedUnits(reader, context, params.revisionId, query, query)) : found;
    }),
    revisedUnitsWorkbook: asks(async (reader, { params, query }, context) => {
      const found = await readRevision(reader, params.revisionId, context);
      if (!found.ok) return found;
      const { rows } = await listRevisedUnits(reader, context, params.revisionId, query);
      return ok(await revisedUnitsWorkbook(found.value, rows, context.now));
    }),
  });
