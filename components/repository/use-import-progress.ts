import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ImportProgress } from '@/lib/contracts/repository';
import type { RepositoryActions } from './repository-actions';

const pauseMs = 700;

/** Follows an import while it runs, and brings the page up to date when it ends. */
export function useImportProgress(last: ImportProgress | null, load: RepositoryActions['progress']) {
  const router = useRouter();
  const [followed, setFollowed] = useState(last);
  const progress = followed?.id === last?.id ? followed : last;
  const isRunning = progress?.state === 'queued' || progress?.state === 'running';
  const id = progress?.id;
  useEffect(() => {
    if (!isRunning || !id) return;
    let over = false;
    const timer = setInterval(async () => {
      const result = await load({ importId: id });
      if (over || !result.ok) return;
      setFollowed(result.value);
      if (result.value.state === 'done' || result.value.state === 'failed') router.refresh();
    }, pauseMs);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [isRunning, id, load, router]);
  return { progress, isRunning };
}
