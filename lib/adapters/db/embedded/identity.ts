import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

/** How the database's programs are started, and where its data and programs may lie for that. */
export interface Identity {
  /** Words before the program; empty where it is started as it is. */
  prefix: string[];
  uid?: number;
  gid?: number;
  dataDir: string;
  programs: string;
}

const nobody = 65534;

/**
 * PostgreSQL refuses to run as root. As root, this gives a user namespace in which root is user 1000, so that its
 * files stay root's outside; where namespaces are forbidden, another user with a folder and programs it can reach.
 */
export function chooseIdentity(dataDir: string, programs: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], dataDir, programs };
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  if (works([...prefix, 'true'])) return { prefix, dataDir, programs };
  return dropToNobody(dataDir, programs);
}

function works(command: string[]): boolean {
  try {
    execFileSync(command[0] as string, command.slice(1), { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function dropToNobody(dataDir: string, programs: string): Identity {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join('/var/lib/assent', name);
  const copied = join(home, basename(programs));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!existsSync(copied)) cpSync(programs, copied, { recursive: true, verbatimSymlinks: true });
  const data = join(home, 'postgres');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chownSync(data, nobody, nobody);
  return { prefix: [], uid: nobody, gid: nobody, dataDir: data, programs: copied };
}
