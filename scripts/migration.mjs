// npm run migration -- NAME: for developers, writes the next migration from what changed in prisma/schema.prisma.
import { build, install, requireTools } from './prepare.mjs';
import { runProgram } from './run-program.mjs';

requireTools();
await install();
await build({ pages: false });
runProgram('migrate.mjs', process.argv.slice(2));
