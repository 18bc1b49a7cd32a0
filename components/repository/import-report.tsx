import { Callout } from '@/components/ui/callout';
import { Disclosure } from '@/components/ui/disclosure';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type ImportProgress, summarizeImport } from '@/lib/contracts/repository';
import { describeProblem } from '@/lib/domain/repository/problem-texts';

/** How an import goes, or how it went: its last line, and what could not be read. */
export function ImportReport({ progress }: { progress: ImportProgress }) {
  if (progress.state === 'queued' || progress.state === 'running') {
    const isListed = progress.total > 0;
    return (
      <ProgressBar
        label="Reading schemas"
        value={isListed ? progress.done : undefined}
        max={progress.total || undefined}
        valueText={isListed ? `${progress.done} of ${progress.total} schemas` : 'Fetching'}
      />
    );
  }
  if (progress.state === 'failed') {
    return (
      <Callout tone="danger" title="The last import failed">
        {progress.error}
      </Callout>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{summarizeImport(progress)}</p>
      {progress.problems.length > 0 && (
        <Disclosure summary={`${progress.problems.length} files could not be used`}>
          <ul className="flex flex-col gap-1.5 text-xs">
            {progress.problems.map((problem) => (
              <li key={`${problem.path}:${problem.line}:${problem.reason}`}>
                <span className="break-all font-mono">
                  {problem.path}
                  {problem.line !== null && `:${problem.line}`}
                </span>
                <span className="block text-muted">{describeProblem(problem)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
