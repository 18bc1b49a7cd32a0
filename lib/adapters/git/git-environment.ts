/** Settings that every git process gets, over whatever the repository's own file says. */
const baseConfig: Record<string, string> = {
  // Nothing that a repository brings along is ever run.
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.attributesFile': '/dev/null',
  'credential.helper': '',
  'core.askPass': '',
  // Bytes go in and out as they are.
  'core.autocrlf': 'false',
  // A commit that was acknowledged outlives a power cut.
  'core.fsync': 'committed',
  // Several processes share a mirror: none of them may remove what another has just written.
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'submodule.recurse': 'false',
  'push.followTags': 'false',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '60',
  // Trees with `..`, `.git` or broken entries are refused at the door; old but harmless sloppiness is not.
  'fetch.fsckObjects': 'true',
  'fetch.fsck.zeroPaddedFilemode': 'ignore',
  'fetch.fsck.badTimezone': 'ignore',
  'fetch.fsck.missingSpaceBeforeDate': 'ignore',
  'fetch.fsck.missingEmail': 'ignore',
  'fetch.fsck.missingNameBeforeEmail': 'ignore',
};

/** What git and ssh need of the surroundings: where programs and keys are, and how the network is reached. */
const inherited = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SUDO_UID',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
];

/**
 * The whole environment of a git process: no prompts, no configuration of the machine or the user, no
 * hooks, only the transports file, http, https, ssh and git, messages in English.
 *
 * @param extra variables on top
 * @param config git settings on top; they travel in the environment because, unlike arguments, it cannot
 *   be read by other users of the machine (a remote's URL may hold a token)
 */
export function gitEnvironment(
  extra: Record<string, string> = {},
  config: Record<string, string> = {},
): Record<string, string> {
  const environment: Record<string, string> = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=20',
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh:git',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_DEFAULT_REF_FORMAT: 'files',
    GIT_DEFAULT_HASH: 'sha1',
  };
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  const settings = Object.entries({ ...baseConfig, ...config });
  environment['GIT_CONFIG_COUNT'] = String(settings.length);
  settings.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return { ...environment, ...extra };
}
