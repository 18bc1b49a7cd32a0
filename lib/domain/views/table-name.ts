/**
 * The Hive name of a stream, table or field: every character outside `A-Z a-z 0-9 _` and a leading digit become `_`,
 * in lower case; an empty name is `_`. Different names may give the same one (`a.b` and `a-b`).
 */
export function hiveName(name: string): string {
  return name.replace(/^\d|[^A-Za-z0-9_]/gu, '_').toLowerCase() || '_';
}

/**
 * The name of a stream's table as the sanitization allowlist writes it: `mediawiki.foo-bar` is `mediawiki_foo_bar`;
 * a legacy stream loses its prefix and keeps its capitals, `eventlogging_EditAttemptStep` is `EditAttemptStep`.
 * Hive itself does not distinguish capitals.
 */
export function tableNameOf(streamName: string): string {
  const legacy = /^eventlogging_([A-Za-z]\w*)$/.exec(streamName);
  return legacy?.[1] ?? hiveName(streamName);
}
