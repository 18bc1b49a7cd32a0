import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <div
      className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]"
      role="status"
      aria-label="Loading the privacy review"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
      <Skeleton className="h-72 w-full max-xl:hidden" />
    </div>
  );
}
