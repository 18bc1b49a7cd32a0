'use client';

import { type ComponentType, useCallback, useEffect, useId, useRef, useState } from 'react';
import { EditorBar } from './editor-bar';
import { EditorBoundary } from './editor-boundary';
import type { MonacoSchemaEditorProps } from './monaco-schema-editor';
import type { SchemaEditorProps } from './schema-editor-props';
import { TextFallback } from './text-fallback';
import { useHandover } from './use-handover';
import { useLeaveByTab } from './use-leave-by-tab';
import { useOwnText } from './use-own-text';

/**
 * The editor of a schema's source: YAML with the keywords of JSON Schema draft-07, the findings in the text, their fixes,
 * `$ref` completion, and marks beside lines.
 *
 * It is usable from the server's first HTML on: a plain text area stands there until Monaco has loaded and then hands
 * over text, cursor and focus. Where Monaco cannot load, the text area stays, and the person may try again.
 */
export function SchemaEditor(props: SchemaEditorProps) {
  const plain = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const { latest, shown, news, write } = useOwnText(props.value, props.onChange);
  const { phase, setPhase, onMounted, onComposition } = useHandover(plain, latest);
  const fail = useCallback(() => setPhase('failed'), [setPhase]);
  const { Full, retry, attempt } = useFullEditor(setPhase);
  const [wrap, setWrap] = useWrap();
  const [tabMovesFocus, setTabMovesFocus] = useState(false);
  const leave = useLeaveByTab();
  const { readOnly = false } = props;

  return (
    <div className="flex min-w-0 flex-col overflow-hidden rounded-md border bg-surface-raised focus-within:border-accent-line">
      <div
        className="relative min-h-0"
        style={{ height: props.height ?? '60vh', colorScheme: props.theme }}
        onKeyDownCapture={phase === 'ready' ? leave.onKeyDownCapture : undefined}
        onMouseDownCapture={leave.reset}
        onBlurCapture={leave.reset}
      >
        {Full && phase !== 'failed' && (
          <EditorBoundary key={attempt} onFailure={fail}>
            <Full
              props={props}
              latest={latest}
              news={news}
              write={write}
              wrap={wrap}
              onMounted={onMounted}
              onTabMovesFocus={setTabMovesFocus}
            />
          </EditorBoundary>
        )}
        {phase !== 'ready' && (
          <TextFallback
            ref={plain}
            value={shown}
            onChange={write}
            readOnly={readOnly}
            ariaLabel={props.ariaLabel}
            describedBy={hintId}
            wrap={wrap}
            onComposition={onComposition}
          />
        )}
      </div>
      <EditorBar
        phase={phase}
        readOnly={readOnly}
        leaving={leave.leaving}
        tabMovesFocus={tabMovesFocus}
        wrap={wrap}
        onWrap={setWrap}
        onRetry={retry}
        hintId={hintId}
      />
    </div>
  );
}

/** Fetches the full editor's code from this site once the page stands; null until it is there. */
function useFullEditor(setPhase: (phase: 'loading' | 'failed') => void) {
  const [Full, setFull] = useState<ComponentType<MonacoSchemaEditorProps> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const load = useCallback(() => {
    import('./monaco-schema-editor').then(
      (module) => setFull(() => module.MonacoSchemaEditor),
      () => setPhase('failed'),
    );
  }, [setPhase]);
  useEffect(load, [load]);
  const retry = useCallback(() => {
    setPhase('loading');
    setAttempt((count) => count + 1);
    load();
  }, [load, setPhase]);
  return { Full, retry, attempt };
}

/** Long lines wrap on a narrow screen, until a person says otherwise. */
function useWrap(): [boolean, (wrap: boolean) => void] {
  const [wrap, setWrap] = useState(false);
  useEffect(() => setWrap(window.matchMedia('(max-width: 640px)').matches), []);
  return [wrap, setWrap];
}
