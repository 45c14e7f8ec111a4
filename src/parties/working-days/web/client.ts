import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { workingDaysContract } from '../working-days.contract.ts';

export const workingDaysClient = createClient(workingDaysContract);

export type Calendars = ResultOf<typeof workingDaysContract.calendarYears>;
export type Year = Calendars['years'][number];
export type Preview = ResultOf<typeof workingDaysContract.previewCalendar>;
