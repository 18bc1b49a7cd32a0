export interface Token {
  text: string;
  className?: string;
}

const LINE_LIMIT = 2000;
const KEY = 'text-code-key';
const STRING = 'text-code-string';
const NUMBER = 'text-code-number';
const COMMENT = 'text-code-comment';

const YAML_LINE = /^(\s*(?:- )*)(?:("[^"]*"|'[^']*'|[^\s#:'"[{][^:#]*?)(:)(?=\s|$))?(.*)$/;
const JSON_TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g;

function yamlValue(text: string): Token[] {
  const comment = /(^|\s)#/.exec(text);
  const quoted = /^\s*(?:"[^"]*"|'[^']*')\s*(?=#|$)/.exec(text)?.[0];
  const cut = quoted ? quoted.length : comment ? comment.index : text.length;
  const value = text.slice(0, cut);
  const rest = text.slice(cut);
  const plain = value.trim();
  const className = /^(?:-?\d[\d.eE+-]*|true|false|null|~)$/.test(plain)
    ? NUMBER
    : /^(?:[|>][+-]?\d?|)$/.test(plain)
      ? undefined
      : STRING;
  return [
    { text: value, className },
    { text: rest, className: COMMENT },
  ].filter((token) => token.text !== '');
}

function yaml(line: string): Token[] {
  const match = YAML_LINE.exec(line);
  if (!match) return [{ text: line }];
  const [, indent = '', key, colon = '', rest = ''] = match;
  if (/^\s*#/.test(line)) return [{ text: line, className: COMMENT }];
  const head: Token[] = [{ text: indent }];
  if (key !== undefined) head.push({ text: key, className: KEY }, { text: colon });
  return [...head, ...yamlValue(rest)].filter((token) => token.text !== '');
}

function json(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(JSON_TOKEN)) {
    if (match.index > end) tokens.push({ text: line.slice(end, match.index) });
    const [whole, string, colon, literal] = match;
    if (string !== undefined) {
      tokens.push({ text: string, className: colon ? KEY : STRING });
      if (colon) tokens.push({ text: colon });
    } else {
      tokens.push({ text: literal ?? whole, className: NUMBER });
    }
    end = match.index + whole.length;
  }
  if (end < line.length) tokens.push({ text: line.slice(end) });
  return tokens;
}

/**
 * The coloured parts of one line, which joined are the line itself. It reads line by line and knows
 * enough YAML and JSON for a schema; a line too long to be worth it stays plain.
 */
export function highlight(line: string, language: 'yaml' | 'json' | 'text'): Token[] {
  if (language === 'text' || line.length > LINE_LIMIT) return [{ text: line }];
  return language === 'yaml' ? yaml(line) : json(line);
}
