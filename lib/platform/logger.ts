import pino from 'pino';

/** One JSON line an event on standard error, so that standard output stays free for progress lines and results. */
export const logger = pino(
  { level: process.env.LOG_LEVEL ?? 'info', base: { process: process.env.ASSENT_PROCESS ?? 'assent' } },
  pino.destination({ fd: 2, sync: true }),
);
