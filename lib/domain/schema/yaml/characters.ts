/** Character codes and classes of the YAML that schema sources are written in. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
/** Ends every text that is read, so that no look-ahead runs past the end. */
export const END = 0;

export function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBlankOrBreak(code: number): boolean {
  return code === SPACE || code === LF || code === TAB || code === CR;
}

/** `,` `[` `]` `{` `}` */
export function isFlowIndicator(code: number): boolean {
  return code === 0x2c || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}

/** A character that may stand in a plain or block scalar: no control characters, no half of a surrogate pair. */
export const nonPrintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;

/** What only texts beyond the basic plane hold, which most are not. */
export const anySurrogate = /[\uD800-\uDFFF]/;

/** Half of a surrogate pair on its own: no Unicode text holds one. */
export const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
