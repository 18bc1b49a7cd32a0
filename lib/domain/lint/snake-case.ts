/** Tells whether a name is what upstream takes for lower snake_case; `$` may stand among the first letters. */
export function isSnakeCase(name: string): boolean {
  return /^[$a-z]+[a-z0-9_]*$/.test(name);
}

/** The name in lower snake_case: `pageId` → `page_id`; null where no letter is left to make a name of. */
export function toSnakeCase(name: string): string | null {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9$]+/g, '_')
    .replace(/_{2,}/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .toLowerCase();
  return isSnakeCase(words) ? words : null;
}
