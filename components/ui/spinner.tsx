import { LoaderCircle } from 'lucide-react';
import { classNames } from './class-names';

/** A turning mark for work under way. It is silent: say what is going on in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={classNames('size-3.5 shrink-0 animate-spin', className)} />;
}
