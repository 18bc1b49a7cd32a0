import { basename } from 'node:path';
import { registerRepositoryInput, summarizeImport } from '@/lib/contracts/repository';
import { describeProblem } from '@/lib/domain/repository/problem-texts';
import { AppError } from '@/lib/platform/app-error';
import { systemClock } from '@/lib/platform/clock';
import { importRepository } from '@/lib/services/repository/import-repository';
import { loadImport } from '@/lib/services/repository/load-repositories';
import { registerRepository } from '@/lib/services/repository/register-repository';
import { resolveFromCaller } from './caller-folder';
import { plainLine } from './plain';
import { readWords, UsageError } from './words';

/** `import PATH_OR_GIT_URL`: registers a schema repository and reads it, with a progress bar on a terminal. */
export async function runImportCommand(words: string[]): Promise<number> {
  const { rest, one } = readWords(words, ['name', 'branch']);
  const [given] = rest;
  if (!given || rest.length > 1) throw new UsageError('import takes one path or git URL.');
  const source = resolveFromCaller(given);
  const input = registerRepositoryInput.safeParse({
    source,
    name: one('name') ?? nameOf(given),
    branch: one('branch'),
  });
  if (!input.success)
    throw new AppError('invalid-input', input.error.issues.map((issue) => issue.message).join(' '));
  const { importId } = await registerRepository(null, input.data, { clock: systemClock, start: false });
  const stopBar = showProgress(importId);
  await importRepository(importId, systemClock).finally(stopBar);
  return report(importId);
}

async function report(importId: string): Promise<number> {
  const progress = await loadImport(null, importId);
  for (const problem of progress.problems) {
    const place = `${problem.path}${problem.line ? `:${problem.line}` : ''}`;
    process.stdout.write(`${plainLine(`${place}: ${describeProblem(problem)} (${problem.reason})`)}\n`);
  }
  if (progress.state === 'failed') {
    process.stderr.write(`${plainLine(progress.error ?? '')}\n`);
    return 1;
  }
  process.stdout.write(`${summarizeImport(progress)}\n`);
  return 0;
}

function showProgress(importId: string): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const timer = setInterval(async () => {
    const { done, total } = await loadImport(null, importId);
    const filled = total === 0 ? 0 : Math.round((done / total) * 30);
    process.stderr.write(
      `\r[${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${done}/${total || '…'} schemas`,
    );
  }, 150);
  return () => {
    clearInterval(timer);
    process.stderr.write(`\r${' '.repeat(60)}\r`);
  };
}

function nameOf(source: string): string {
  return basename(source.replace(/\/+$/, ''))
    .replace(/\.git$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
