import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';
import { object } from './object.ts';
import { noticeById, noticesOf, objectionById, objectionsOf, publishableRows } from './public-notice.queries.ts';
import { type Publishable, publishNotice } from './publish-notice.ts';
import { ruleOnObjection } from './rule-on-objection.ts';

/** The calendar of the caller's city. */
const calendar = ({ actor }: Context) => calendarOf(actor.cityId);

export const publicNoticeRoutes = ({ publishable }: { readonly publishable: Publishable }) =>
  bind<Actor, typeof publicNoticeContract>(publicNoticeContract, {
    publishable: asks((reader, { params }, context) =>
      publishableRows(reader, context, params.campaignId, publishable, calendar(context)),
    ),
    publishNotice: does(publishNotice(publishable)),
    notices: asks((reader, { params }, context) => noticesOf(reader, context, params.campaignId, calendar(context))),
    notice: asks((reader, { params }, context) =>
      noticeById(reader, context, params.noticeId, publishable, calendar(context)),
    ),
    objections: asks((reader, { query }, context) =>
      objectionsOf(reader, context, query.state, publishable, calendar(context)),
    ),
    objection: asks((reader, { params }, context) =>
      objectionById(reader, context, params.objectionId, publishable, calendar(context)),
    ),
    object: does(object),
    rule: does(ruleOnObjection(publishable.columns)),
  });
