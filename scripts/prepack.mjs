// npm pack: builds the command line, which is all that the tarball holds.
import { build, install, requireTools } from './prepare.mjs';

requireTools();
await install();
await build({ pages: false });
