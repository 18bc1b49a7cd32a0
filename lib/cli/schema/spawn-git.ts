import { dirname } from 'node:path';

/** A checkout comes from anybody, and its settings would have git run a program of theirs. */
const runNothing = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** What git finds by itself from the folder. In a hook these speak of the repository whose hook it is. */
const placesOfRepository = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
];

/**
 * Runs the system's git in a folder, in English, and gives what it printed and how it ended. None of the programs that
 * the settings of a checkout name are run, nothing is fetched, and the checkout is not changed.
 */
export function spawnGit(directory: string, words: readonly string[]) {
  // Loaded where git is asked: most commands do not.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  for (const name of placesOfRepository) delete env[name];
  return spawnSync('git', ['-C', directory, ...runNothing, ...words], {
    // Some systems look for programs where they stand first, and a checkout may hold a git of its own.
    cwd: dirname(process.execPath),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env,
  });
}
