/** Takes out what would steer a terminal: names and texts in schemas come from anybody. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{C}\u2028\u2029]+/gu, ' ');
}

/**
 * One line for people, which is nothing but text in the log of a CI job as well: a line that begins with `::` is a
 * command to GitHub, and so is `##[` anywhere in it, as `##vso[` is to Azure. What begins with a variable text begins
 * with the name of a file, so `./` before it changes nothing.
 */
export function plainLine(text: string): string {
  const line = plain(text).replaceAll(/##(?=\w*\[)/g, '# #');
  return /^\s*::/.test(line) ? `./${line}` : line;
}

/** JSON of the same value, in which what would steer a terminal or is not seen is written as `\uXXXX`. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
