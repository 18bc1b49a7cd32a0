/**
 * For developers: writes the next migration from the difference between the data model in the last commit and the
 * one in the work tree. Usage: `npm run migration -- NAME`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectOrStart } from '@/lib/adapters/db/embedded/cluster';
import { diffDatamodels } from '@/lib/adapters/db/migrate';
import { readEnv } from '@/lib/platform/env';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Usage: npm run migration -- lower_snake_case_name');

const env = readEnv();
const cluster = env.DATABASE_URL ? null : await connectOrStart(env.DATA_DIR);
const before = existsSync('prisma/migrations') ? committedDatamodel() : null;
const sql = await diffDatamodels(env.DATABASE_URL ?? cluster?.url ?? '', 'prisma', {
  from: before,
  to: readFileSync('prisma/schema.prisma', 'utf8'),
});
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join('prisma', 'migrations', `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), sql);
process.stdout.write(`Wrote ${folder}/migration.sql\n`);
if (cluster?.started) await cluster.stop();

function committedDatamodel(): string | null {
  return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' });
}
