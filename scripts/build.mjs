// npm run build: everything that npm start would build, without starting it.
import { build, install, requireTools } from './prepare.mjs';

requireTools();
await install();
await build();
