import { END } from './characters';
import { compose } from './compose';
import {
  atDocumentSeparator,
  codeAt,
  current,
  fail,
  type Reader,
  type SourceNode,
  skipSeparation,
  Unreadable,
} from './reader';

/** Reads the one document of the text. Null where it is empty. */
export function readDocument(reader: Reader): SourceNode | null {
  while (codeAt(reader, reader.position) === 0x20) {
    reader.lineIndent += 1;
    reader.position += 1;
  }
  skipSeparation(reader, true);
  if (reader.lineIndent === 0 && current(reader) === 0x25) skipDirective(reader);
  const marker = reader.lineIndent === 0 && current(reader) === 0x2d && atDocumentSeparator(reader);
  if (marker) {
    reader.position += 3;
    skipSeparation(reader, true);
  }
  const root = compose(reader, {
    parentIndent: reader.lineIndent - 1,
    context: 'block-out',
    seek: false,
    compact: true,
  });
  skipSeparation(reader, true);
  requireEnd(reader);
  return root;
}

/** Only `%YAML 1.x` may stand before the document: other directives change what tags mean. */
function skipDirective(reader: Reader): void {
  const start = reader.position;
  const line = /^%YAML[ \t]+1\.[0-9]+[ \t]*(?:#[^\r\n]*)?(?=[\r\n])/.exec(
    reader.text.slice(start, start + 100),
  );
  if (!line) fail(reader, 'unknown-directive');
  reader.position += line?.[0].length ?? 0;
  skipSeparation(reader, true);
  if (!atDocumentSeparator(reader)) fail(reader, 'directive-without-document');
}

function requireEnd(reader: Reader): void {
  const separator = reader.position === reader.lineStart && atDocumentSeparator(reader);
  const dots = separator && current(reader) === 0x2e;
  if (dots) {
    reader.position += 3;
    skipSeparation(reader, true);
  }
  if (current(reader) === END) return;
  if (!separator) fail(reader, 'unexpected-text');
  const start = reader.position;
  throw new Unreadable({ rule: 'several-documents', start, end: start + 3, params: {} });
}
