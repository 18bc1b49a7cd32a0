import { GitError } from './git-error';

export interface Trailer {
  key: string;
  value: string;
}

/**
 * Builds a commit message: subject, body, and trailers as its last paragraph. What people wrote stays where
 * it belongs: line breaks in a subject or a trailer's value become spaces, so a title cannot forge a trailer.
 * Throws GitError `refused` for a trailer key that git would not read back.
 */
export function formatCommitMessage(parts: {
  subject: string;
  body?: string;
  trailers: readonly Trailer[];
}): string {
  const lines = parts.trailers.map(({ key, value }) => {
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key))
      throw new GitError('refused', 'This cannot be the key of a trailer.');
    return `${key}: ${oneLine(value)}`;
  });
  const paragraphs = [oneLine(parts.subject), withoutControls(parts.body ?? '').trim(), lines.join('\n')];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}
