import { PageSkeleton } from '@/components/shell/page-skeleton';

export default function DeskLoading() {
  return <PageSkeleton />;
}
