import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { consultationContract } from '../../consultation.contract.ts';
import { addComment, recordLetter } from './add-comment.ts';
import { commentsWorkbook } from './comments-workbook.ts';
import { consultationById, consultationsOf } from './consultation.queries.ts';
import { type IndustryNames, planOf } from './plan.queries.ts';
import { editionKnown, ownOpinionsOf, ownRemarksOf, remarkCountsOf, remarksOf } from './remark.queries.ts';
import { addRemark, answerRemark } from './remark.ts';
import { ruleOnComment } from './rule-on-comment.ts';
import { sendOut } from './send-out.ts';

/** 征求意见 and 对条款的意见. How industries are called is known to a later stage; `app` brings it. */
export const consultationRoutes = ({ industryNames }: { readonly industryNames: IndustryNames }) =>
  bind<Actor, typeof consultationContract>(consultationContract, {
    consultationPlan: asks((reader, { params }, context) => planOf(reader, context, params.draftId, industryNames)),
    sendOut: does(sendOut),
    consultations: asks((reader, { query }, context) => consultationsOf(reader, context, query, industryNames)),
    consultation: asks((reader, { params }, context) =>
      consultationById(reader, context, params.consultationId, industryNames),
    ),
    addComment: does(addComment),
    recordLetter: does(recordLetter),
    ruleOnComment: does(ruleOnComment),
    commentsWorkbook: asks((reader, { params }, context) => commentsWorkbook(reader, context, params.consultationId)),
    addRemark: does(addRemark),
    ownRemarks: asks(async (reader, { params }, context) => {
      const known = await editionKnown(reader, context, params.editionHash);
      return known.ok ? ownRemarksOf(reader, context, params.editionHash, industryNames) : known;
    }),
    remarks: asks((reader, { query }, context) => remarksOf(reader, context, query, industryNames)),
    remarkCounts: asks(async (reader, { params }, context) => {
      const known = await editionKnown(reader, context, params.editionHash);
      return known.ok ? remarkCountsOf(reader, context, params.editionHash) : known;
    }),
    answerRemark: does(answerRemark),
    ownOpinions: asks((reader, _input, context) => ownOpinionsOf(reader, context, industryNames)),
  });
