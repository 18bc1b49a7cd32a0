import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { classNames } from './class-names';

export interface MarkdownProps {
  source: string;
  className?: string;
}

const SCHEMA = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

const HEADING = 'mt-4 mb-1 font-semibold text-sm first:mt-0';

const COMPONENTS: Components = {
  a: ({ href, children }) => (
    <a
      href={href}
      rel="noopener nofollow"
      className="break-words text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {children}
    </a>
  ),
  // An image would tell its host who reads this page, and when: its place is named, nothing is fetched.
  img: ({ alt }) => <span className="text-muted">[image{alt ? `: ${alt}` : ''}]</span>,
  h1: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  h2: ({ children }) => <h4 className={HEADING}>{children}</h4>,
  h3: ({ children }) => <h5 className={HEADING}>{children}</h5>,
  h4: ({ children }) => <h5 className={HEADING}>{children}</h5>,
  h5: ({ children }) => <h6 className={HEADING}>{children}</h6>,
  h6: ({ children }) => <h6 className={HEADING}>{children}</h6>,
  pre: ({ children }) => (
    <pre className="my-2 overflow-x-auto rounded-md border bg-surface-sunken p-2.5 text-xs leading-5 [&_code]:bg-transparent [&_code]:p-0">
      {children}
    </pre>
  ),
  code: ({ children }) => <code className="rounded-xs bg-neutral-soft px-1 py-px">{children}</code>,
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-border-strong border-s-2 ps-3 text-muted">{children}</blockquote>
  ),
  table: ({ children }) => (
    <div className="my-2 overflow-x-auto">
      <table className="border-collapse text-xs [&_td]:border [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:bg-surface-sunken [&_th]:px-2 [&_th]:py-1 [&_th]:text-start [&_th]:font-medium">
        {children}
      </table>
    </div>
  ),
  hr: () => <hr className="my-3" />,
};

/**
 * Text that a person wrote, with simple formatting. It is treated as hostile: no HTML of its own, no
 * images, no scripts, no links but web and mail addresses; headings start below those of the page.
 */
export function Markdown({ source, className }: MarkdownProps) {
  return (
    <div
      className={classNames(
        'min-w-0 break-words [&_li]:my-0.5 [&_li>p]:my-0 [&_ol]:my-1.5 [&_ol]:list-decimal [&_ol]:ps-5 [&_p]:my-1.5 [&_ul]:my-1.5 [&_ul]:list-disc [&_ul]:ps-5 [&>*:first-child]:mt-0 [&>*:last-child]:mb-0',
        className,
      )}
    >
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, SCHEMA]]}
        components={COMPONENTS}
      >
        {source}
      </ReactMarkdown>
    </div>
  );
}
