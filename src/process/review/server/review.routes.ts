import { ok, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { pdfFile } from '#support/documents/pdf/pdf-file.ts';
import { batchContract } from '../batch.contract.ts';
import { reviewContract } from '../review.contract.ts';
import { listBatches, readBatch, transmittable } from './batch.queries.ts';
import { batchPaper, batchWorkbook } from './batch-documents.ts';
import { opinionForm } from './opinion-form.ts';
import { propose } from './propose.ts';
import { receive } from './receive.ts';
import { returnForCorrection } from './return-for-correction.ts';
import { readReview } from './review.queries.ts';
import { listReviews } from './review-list.queries.ts';
import { saveDailySupervision } from './save-daily-supervision.ts';
import { saveVerdicts } from './save-verdicts.ts';
import { sendBack, signOff } from './sign-off.ts';
import { takeOver, takeUp } from './take-up.ts';
import { transmit } from './transmit.ts';

export const reviewRoutes = () =>
  bind<Actor, typeof reviewContract>(reviewContract, {
    reviews: asks(async (reader, { query }, context) => ok(await listReviews(reader, query, context))),
    review: asks((reader, { params }, context) =>
      readReview(reader, params.reviewId, context, calendarOf(context.actor.cityId)),
    ),
    takeUp: does(takeUp),
    takeOver: does(takeOver),
    saveVerdicts: does(saveVerdicts),
    saveDailySupervision: does(saveDailySupervision),
    propose: does(propose),
    returnForCorrection: does(returnForCorrection),
    signOff: does(signOff),
    sendBack: does(sendBack),
    opinionForm: asks(async (reader, { params }, context) => {
      const review = await readReview(reader, params.reviewId, context, calendarOf(context.actor.cityId));
      if (!review.ok) return review;
      if (!review.value.proposal) return refuse('review.nothingProposed', 409);
      const { edition } = await editionByHash(reader, context.actor.cityId, review.value.editionHash);
      const name = `初审意见表 ${review.value.register.unitName}.pdf`;
      return ok(pdfFile(name, 'record', opinionForm({ review: review.value, edition }), context.now));
    }),
  });

export const batchRoutes = () =>
  bind<Actor, typeof batchContract>(batchContract, {
    transmittable: asks((reader, { params }, context) => transmittable(reader, params.campaignId, context)),
    transmit: does(transmit),
    batches: asks(async (reader, { params, query }, context) =>
      ok(await listBatches(reader, params.campaignId, query, context)),
    ),
    batch: asks((reader, { params }, context) => readBatch(reader, params.batchId, context)),
    receive: does(receive),
    batchWorkbook: asks(async (reader, { params }, context) => {
      const batch = await readBatch(reader, params.batchId, context);
      return batch.ok ? ok(await batchWorkbook(batch.value)) : batch;
    }),
    batchPrint: asks(async (reader, { params, query }, context) => {
      const batch = await readBatch(reader, params.batchId, context);
      if (!batch.ok) return batch;
      const name = `初审名单 ${batch.value.number}（第${query.copy}份）.pdf`;
      return ok(pdfFile(name, 'list', batchPaper(batch.value, query.copy), new Date(batch.value.sentAt)));
    }),
  });
