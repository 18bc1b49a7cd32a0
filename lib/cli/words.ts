/** The command was called wrongly; its message says how. */
export class UsageError extends Error {}

/** Options (`--name value`, a flag alone) and the words between them. Throws UsageError for an unknown option. */
export function readWords(words: string[], options: string[], flags: string[] = []) {
  const values = new Map<string, string[]>();
  const given = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const name = word.slice(2);
    if (!word.startsWith('--')) rest.push(word);
    else if (flags.includes(name)) given.add(name);
    else if (options.includes(name)) {
      at += 1;
      const value = words[at];
      if (value === undefined) throw new UsageError(`${word} needs a value.`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else throw new UsageError(`There is no option ${word} here.`);
  }
  return {
    rest,
    flag: (name: string) => given.has(name),
    all: (name: string) => values.get(name) ?? [],
    one: (name: string) => values.get(name)?.at(-1),
  };
}
