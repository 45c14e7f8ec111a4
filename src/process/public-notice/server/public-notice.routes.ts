import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import type { WorkingCalendar } from '#support/calendar/domain/working-days.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';
import { object } from './object.ts';
import { noticeById, noticesOf, objectionById, objectionsOf, publishableRows } from './public-notice.queries.ts';
import { type Publishable, publishNotice } from './publish-notice.ts';
import { ruleOnObjection } from './rule-on-objection.ts';

export const publicNoticeRoutes = ({
  publishable,
  calendar,
}: {
  publishable: Publishable;
  calendar: WorkingCalendar;
}) =>
  bind<Actor, typeof publicNoticeContract>(publicNoticeContract, {
    publishable: asks((reader, { params }, context) =>
      publishableRows(reader, context, params.campaignId, publishable, calendar),
    ),
    publishNotice: does(publishNotice(publishable, calendar)),
    notices: asks((reader, { params }, context) => noticesOf(reader, context, params.campaignId, calendar)),
    notice: asks((reader, { params }, context) => noticeById(reader, context, params.noticeId, publishable, calendar)),
    objections: asks((reader, { query }, context) => objectionsOf(reader, context, query.state, publishable, calendar)),
    objection: asks((reader, { params }, context) =>
      objectionById(reader, context, params.objectionId, publishable, calendar),
    ),
    object: does(object),
    rule: does(ruleOnObjection(publishable.columns)),
  });
