import type { Actor } from '#parties/access/domain/roles.ts';
import { asks, bind, does } from '#platform/http/routes.ts';
import { workingDaysContract } from '../working-days.contract.ts';
import { enterCalendar } from './enter-calendar.ts';
import { previewCalendar } from './preview-calendar.ts';
import { calendarYears } from './working-days.queries.ts';

export const workingDaysRoutes = bind<Actor, typeof workingDaysContract>(workingDaysContract, {
  calendarYears: asks((reader, _input, context) => calendarYears(reader, context)),
  previewCalendar: does(previewCalendar),
  enterCalendar: does(enterCalendar),
});
