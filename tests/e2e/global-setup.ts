import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { removeInstallation, startInstallation } from '../support/installation';

/** One demonstration for all browser tests, with the corpus imported where it is there. */
export default async function setup(): Promise<() => Promise<void>> {
  const installation = await startInstallation({ env: { DEMO: 'on', LOG_LEVEL: 'warn' } });
  const corpus = process.env.ASSENT_CORPUS ?? resolve('../shared/corpus');
  for (const name of ['primary', 'secondary']) {
    const source = join(corpus, 'repositories', name);
    if (existsSync(source)) await installation.assent('import', source, '--name', name);
  }
  process.env.ASSENT_E2E_URL = installation.url;
  process.env.ASSENT_E2E_DATA = installation.dataDir;
  return () => removeInstallation(installation);
}
