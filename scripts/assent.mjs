// npm run assent -- COMMAND: the command line, built where it is out of date.
import { build, install, requireTools } from './prepare.mjs';
import { runProgram } from './run-program.mjs';

requireTools();
await install();
await build({ pages: false });
runProgram('assent.cjs', process.argv.slice(2), { ASSENT_CWD: process.env.INIT_CWD ?? process.cwd() });
