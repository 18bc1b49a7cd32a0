import { classNames } from './class-names';
import { highlight } from './code-highlight';
import { CopyButton } from './copy-button';

export interface CodeBlockProps {
  code: string;
  /** `yaml` and `json` are coloured; anything else is shown as it is. */
  language?: 'yaml' | 'json' | 'text';
  /** Above the code: a file name. */
  title?: string;
  lineNumbers?: boolean;
  /** Lines counted from 1 that stand out. */
  highlightLines?: number[];
  /** Largest height in CSS. */
  maxHeight?: string;
  copyable?: boolean;
}

/** Text of a program or a schema, to be read and copied. */
export function CodeBlock({
  code,
  language = 'text',
  title,
  lineNumbers,
  highlightLines = [],
  maxHeight,
  copyable = true,
}: CodeBlockProps) {
  const lines = code.replace(/\n$/, '').split('\n');
  const marked = new Set(highlightLines);
  return (
    <figure className="group relative min-w-0 overflow-hidden rounded-lg border bg-surface-raised">
      {title && (
        <figcaption className="flex h-8 items-center border-b bg-surface-sunken px-3 font-mono text-muted text-xs">
          <span className="truncate">{title}</span>
        </figcaption>
      )}
      {copyable && (
        <div className={classNames('absolute end-1 z-10', title ? 'top-0.5' : 'top-1')}>
          <CopyButton value={code} size="sm" />
        </div>
      )}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable by keyboard
        tabIndex={0}
        style={{ maxHeight }}
        className="relative overflow-auto py-2 text-xs leading-5 focus-visible:-outline-offset-2"
      >
        <code className="grid w-max min-w-full text-[1em]">
          {lines.map((line, index) => (
            <span key={index} className={classNames('flex px-3', marked.has(index + 1) && 'bg-accent-soft')}>
              {lineNumbers && (
                <span aria-hidden className="me-4 w-8 shrink-0 select-none text-end text-faint">
                  {index + 1}
                </span>
              )}
              <span className="whitespace-pre">
                {highlight(line, language).map((token, place) => (
                  <span key={place} className={token.className}>
                    {token.text}
                  </span>
                ))}
                {line === '' && '\u200b'}
              </span>
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}
