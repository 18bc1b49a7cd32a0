/** The mark of Assent, beside its name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-sm tracking-[-0.01em]">
      <svg aria-hidden viewBox="0 0 32 32" className="size-5 shrink-0">
        <rect width="32" height="32" rx="8" fill="var(--accent-solid)" />
        <path
          d="M8.5 16.8l5 5L23.5 10.6"
          fill="none"
          stroke="#fff"
          strokeWidth="3.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Assent
    </span>
  );
}
