import { ok } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { lastTimeContract } from '../../last-time.contract.ts';
import { findOwn } from '../own-declaration.ts';
import { copyLastTime } from './copy-last-time.ts';
import { readLastTime } from './read-last-time.ts';

export const lastTimeRoutes = bind<Actor, typeof lastTimeContract>(lastTimeContract, {
  lastTime: asks(async (reader, { params: { declarationId } }, { actor }) => {
    const own = await findOwn(reader, actor, declarationId);
    if (!own.ok) return own;
    const found = await readLastTime(reader, actor.cityId, declarationId);
    if (!found) return ok({ last: null });
    const { submissionId, submittedAt, printed, classCode } = found.submission;
    const { classes } = found.from.edition;
    return ok({
      last: {
        submissionId,
        campaignName: found.campaignName,
        submittedAt: submittedAt.toISOString(),
        printed,
        className: classes.find(({ code }) => code === classCode)?.name ?? classCode,
        report: { ...found.copied.report },
      },
    });
  }),
  copyLastTime: does(copyLastTime),
});
