/**
 * - `git-missing`: no git on this machine, or one too old.
 * - `remote-unreachable`: the remote did not answer, or cannot be found.
 * - `auth-failed`: the remote wants other credentials.
 * - `push-rejected`: the remote's own rules refused the push (a hook, a protected branch).
 * - `not-a-repository`: what stands there is no git repository.
 * - `branch-missing`: the remote has branches, but not the one asked for.
 * - `timeout`: git did not finish in the time it was given.
 * - `too-large`: a file or an output is larger than the limit.
 * - `refused`: the input itself is unsafe (URL, branch, path, link, commit id); git was not started with it.
 * - `failed`: anything else; `stderr` says what.
 */
export type GitErrorCode =
  | 'git-missing'
  | 'remote-unreachable'
  | 'auth-failed'
  | 'push-rejected'
  | 'not-a-repository'
  | 'branch-missing'
  | 'timeout'
  | 'too-large'
  | 'refused'
  | 'failed';

/** What git could not do. Neither `message` nor `stderr` ever holds credentials. */
export class GitError extends Error {
  readonly code: GitErrorCode;
  /** The last part of what git wrote; empty where git was not started. */
  readonly stderr: string;

  constructor(code: GitErrorCode, message: string, stderr = '') {
    super(redactCredentials(message));
    this.name = 'GitError';
    this.code = code;
    this.stderr = redactCredentials(stderr);
  }
}

/** Replaces what stands before the `@` of a URL, and tokens in its query, by `***`. */
export function redactCredentials(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/'"]*@/gi, '$1***@')
    .replace(/([?&](?:[a-z_-]*token|password|secret|key)=)[^\s&'"]+/gi, '$1***');
}

const signs: [GitErrorCode, RegExp][] = [
  [
    'auth-failed',
    /authentication failed|could not read (?:username|password)|terminal prompts disabled|permission denied \(|returned error: 40[13]\b|host key verification failed|invalid credentials/i,
  ],
  [
    'not-a-repository',
    /does not appear to be a git repository|not a git repository|not found: did you run git update-server-info/i,
  ],
  [
    'remote-unreachable',
    /could not resolve host|unable to access|connection (?:refused|timed out|reset)|unable to connect|no route to host|network is unreachable|could not read from remote repository|remote end hung up|early eof|repository .* not found|repository .* does not exist/i,
  ],
  ['refused', /transport .* not allowed|fsck error in packed object|fsck error in pack/i],
];

/** Makes an error of what git wrote when it ended with an exit code other than 0. */
export function errorFromStderr(command: string, stderr: string): GitError {
  if (/dubious ownership/i.test(stderr)) {
    const why =
      'The repository belongs to another user of this machine; change its owner, or register it by URL.';
    return new GitError('failed', why, stderr);
  }
  const code = signs.find(([, sign]) => sign.test(stderr))?.[0] ?? 'failed';
  return new GitError(code, `git ${command} failed: ${mostTellingLine(stderr)}`, stderr);
}

function mostTellingLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /^(fatal|error|remote: error|ssh):/i.test(line));
  return telling ?? lines.filter(Boolean).at(-1) ?? 'it gave no reason';
}
