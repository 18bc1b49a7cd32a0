import { createServer } from 'node:http';
import next from 'next';
import { closeValidationPool } from '@/lib/adapters/validation/shared-pool';
import { logger } from '@/lib/platform/logger';
import { stopWithParent } from '@/lib/platform/stop-with-parent';

/** The web server: Next.js in this process alone, so that stopping the process stops all of it. */
const hostname = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);

const app = next({ dev: process.env.ASSENT_DEV === '1', dir: process.cwd(), hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    logger.error({ err: error }, 'request failed');
    response.statusCode = 500;
    response.end();
  });
});
const upgrade = app.getUpgradeHandler();
server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));

server.once('error', (error: NodeJS.ErrnoException) => {
  process.send?.({ kind: 'failed', code: error.code, message: error.message });
  process.exit(1);
});
server.listen(port, hostname, () =>
  process.send?.({ kind: 'ready', port: (server.address() as { port: number }).port }),
);

stopWithParent(async () => {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(timer);
  await closeValidationPool();
});
