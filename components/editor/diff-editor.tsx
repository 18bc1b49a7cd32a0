'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { EditorBoundary } from './editor-boundary';
import type { DiffEditorProps } from './diff-editor-props';

/**
 * Two texts, compared: side by side where there is room, one under the other where not, with long unchanged stretches
 * folded away. Until the comparison has loaded, and where it cannot, the draft itself stands there.
 */
export function DiffEditor(props: DiffEditorProps) {
  const [Full, setFull] = useState<ComponentType<DiffEditorProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useEffect(() => {
    import('./monaco-diff-editor').then((module) => setFull(() => module.MonacoDiffEditor), fail);
  }, [fail]);

  const height = props.height ?? '60vh';
  return (
    <section
      aria-label={props.ariaLabel}
      className="min-w-0 overflow-hidden rounded-md border bg-surface-raised"
      style={{ colorScheme: props.theme }}
    >
      {failed && (
        <p className="border-b bg-surface-sunken px-3 py-1 text-xs text-muted">
          The comparison did not load. This is the draft.
        </p>
      )}
      <div style={{ height }}>
        {Full && !failed ? (
          <EditorBoundary onFailure={fail}>
            <Full {...props} />
          </EditorBoundary>
        ) : (
          <pre className="size-full overflow-auto px-3 py-2 font-mono text-sm leading-5" aria-busy={!failed}>
            {props.draft}
          </pre>
        )}
      </div>
    </section>
  );
}
