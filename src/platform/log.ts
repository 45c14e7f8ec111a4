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
    pino.destination(2),
  );

export type Log = ReturnType<typeof createLog>;
