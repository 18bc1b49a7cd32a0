/** The first stop of the Tab key: a way past the navigation to the element with the id `target`. */
export function SkipLink({ target, label = 'Skip to content' }: { target: string; label?: string }) {
  return (
    <a
      href={`#${target}`}
      className="sr-only z-50 rounded-md bg-accent-solid px-3 py-1.5 font-medium text-on-accent focus-visible:not-sr-only focus-visible:fixed focus-visible:start-2 focus-visible:top-2"
    >
      {label}
    </a>
  );
}
