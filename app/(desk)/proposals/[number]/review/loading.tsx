import { Skeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <div
      className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]"
      role="status"
      aria-label="Loading the review"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Skeleton className="h-14 w-96 max-w-full" />
        <Skeleton className="h-56 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
      <div className="flex flex-col gap-4 max-xl:hidden">
        <Skeleton className="h-80 w-full" />
        <Skeleton className="h-56 w-full" />
      </div>
    </div>
  );
}
