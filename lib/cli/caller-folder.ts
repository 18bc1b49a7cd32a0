import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** npm runs commands in the project's folder; paths are meant from where the person stands. URLs stay as they are. */
export function resolveFromCaller(source: string): string {
  const path = resolve(process.env.ASSENT_CWD ?? process.cwd(), source);
  return existsSync(path) ? path : source;
}
