// npm start: installs, builds, and serves Assent.
import { build, install, requireTools } from './prepare.mjs';
import { runProgram } from './run-program.mjs';

process.stdout.write('Assent\n');
requireTools();
await install();
await build();
runProgram('supervisor.mjs', []);
