/** Keys to press together: `keys={['Ctrl', 'K']}`. */
export function Kbd({ keys }: { keys: string[] }) {
  return (
    <kbd className="inline-flex items-center gap-0.5 font-sans">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border bg-surface-sunken px-1 font-sans text-2xs text-muted leading-none"
        >
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
