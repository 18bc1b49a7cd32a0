/** The line of tabs; it scrolls sideways on a narrow screen. */
export const TAB_LIST_CLASS =
  'relative flex min-w-0 items-stretch gap-1 overflow-x-auto border-b [scrollbar-width:none] [&::-webkit-scrollbar]:hidden';

/** A tab: selected by `data-active` (tabs) or `aria-current` (link tabs). */
export const TAB_CLASS =
  '-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2 text-muted text-sm no-underline transition-colors hover:text-text focus-visible:-outline-offset-2 data-[active]:border-accent-solid data-[active]:font-medium data-[active]:text-text aria-[current=page]:border-accent-solid aria-[current=page]:font-medium aria-[current=page]:text-text aria-disabled:text-faint data-[disabled]:text-faint pointer-coarse:h-11';
