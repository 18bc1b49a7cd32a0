// npm run dev: the same as npm start with pages that rebuild as they are edited.
import { build, install, requireTools } from './prepare.mjs';
import { runProgram } from './run-program.mjs';

requireTools();
await install();
await build({ pages: false });
runProgram('supervisor.mjs', [], { ASSENT_DEV: '1', NODE_ENV: 'development' });
