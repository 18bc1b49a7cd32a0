/** Says on every page that this installation is for trying out. */
export function DemoBanner() {
  return (
    <p className="border-b bg-surface-sunken px-4 py-1.5 text-center text-2xs text-muted sm:px-6 lg:px-8">
      Demonstration: anyone on this machine can be anyone. Nothing here leaves it.
    </p>
  );
}
