import { AppError } from '@/lib/platform/app-error';
import { verifyAudit } from '@/lib/services/audit/verify-audit';
import { readWords, UsageError } from './words';

const faults = {
  gap: 'an entry before it is missing',
  'broken-link': 'it does not follow the entry before it',
  altered: 'its content was altered',
  truncated: 'entries after it are missing',
};

/** `audit verify`: recomputes the whole chain; 0 where it is sound, 1 with the first entry that is not. */
export async function runAuditCommand(words: string[]): Promise<number> {
  const { rest, one } = readWords(words, ['head']);
  if (rest.join(' ') !== 'verify') throw new UsageError('audit has one command: audit verify.');
  const verdict = await verifyAudit(readHead(one('head')));
  if (verdict.ok) {
    process.stdout.write(`The audit record is sound: ${verdict.count} entries.\n`);
    process.stdout.write(
      `Note its head for the next check: --head ${verdict.head.seq}:${verdict.head.hash}\n`,
    );
    return 0;
  }
  process.stdout.write(`The audit record was altered: at entry ${verdict.seq}, ${faults[verdict.reason]}.\n`);
  return 1;
}

function readHead(text: string | undefined) {
  if (text === undefined) return undefined;
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (!match)
    throw new AppError('invalid-input', '--head takes what an earlier “audit verify” printed: SEQ:HASH.');
  return { seq: Number(match[1]), hash: match[2] as string };
}
