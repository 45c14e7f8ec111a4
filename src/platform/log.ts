import { pino } from 'pino';

/** One JSON line per event on stderr, with the request id where there is one; secrets never reach it. */
export const createLog = (level: string) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.code', '*.token'],
    },
    // A write for each line would be a twelfth of what reading a record costs. What waits is written within half a second and at the end of the
    // process; only a kill -9 loses it.
    pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 500 }),
  );

export type Log = ReturnType<typeof createLog>;
