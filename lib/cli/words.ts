/** The command was called wrongly; its message says how. */
export class UsageError extends Error {}

/** Tells whether `--help` or `-h` is among the words, as an option. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  const options = end === -1 ? words : words.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

/**
 * Options (`--name value`, `--name=value`, a flag alone) and the words between them; after `--` all are words.
 * Throws UsageError for an unknown option, and for an empty word: it is a variable that was not set more often than
 * it is meant, and as a path it would mean the folder one stands in.
 */
export function readWords(words: string[], options: string[], flags: string[] = []) {
  const values = new Map<string, string[]>();
  const given = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word === '--') {
      rest.push(...words.slice(at + 1));
      break;
    }
    if (!isOption(word)) {
      rest.push(word);
      continue;
    }
    const { name, inline } = splitOption(word);
    if (options.includes(name)) {
      if (inline === null) at += 1;
      values.set(name, [...(values.get(name) ?? []), requireValue(name, inline ?? nextWord(words[at]))]);
    } else if (!flags.includes(name)) throw new UsageError(`There is no option ${word.split('=')[0]} here.`);
    else if (inline !== null) throw new UsageError(`--${name} takes no value.`);
    else given.add(name);
  }
  if (rest.includes('')) throw new UsageError('One of the words is empty.');
  return {
    rest,
    flag: (name: string) => given.has(name),
    all: (name: string) => values.get(name) ?? [],
    one: (name: string) => values.get(name)?.at(-1),
  };
}

/** `-` alone is a word. */
function isOption(word: string): boolean {
  return word.length > 1 && word.startsWith('-');
}

function splitOption(word: string): { name: string; inline: string | null } {
  const [, name = '', inline = null] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  return { name, inline };
}

/** What begins as an option is one: a value like that is given as `--name=value`. */
function nextWord(word: string | undefined): string | null {
  return word === undefined || word.startsWith('--') ? null : word;
}

function requireValue(name: string, value: string | null): string {
  if (value === null) throw new UsageError(`--${name} needs a value.`);
  if (value === '') throw new UsageError(`The value of --${name} is empty.`);
  return value;
}
