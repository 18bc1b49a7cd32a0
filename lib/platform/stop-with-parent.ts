/**
 * Runs `stop` once and ends the process when the parent says so, when it is gone (also by `kill -9`), or on SIGTERM.
 * Ctrl-C reaches every process of a terminal at once; children leave it to their parent, which stops them in order.
 */
export function stopWithParent(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', () => {
    if (!process.send) end();
  });
  process.on('message', (message) => {
    if (message === 'stop') end();
  });
  if (process.send) process.on('disconnect', end);
}
