// Runs a built program on Node 24 in the foreground: signals go to it, and it ends when this process does.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, node, root } from './prepare.mjs';

export function runProgram(program, args, extra = {}) {
  const child = spawn(
    node(),
    ['--enable-source-maps', '--disable-warning=DeprecationWarning', join(root, 'dist', program), ...args],
    {
      cwd: root,
      env: environment({ NODE_ENV: 'production', ...extra }),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; the others reach this process alone.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
