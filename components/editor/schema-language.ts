import type * as Monaco from 'monaco-editor';
import type { Finding } from '@/lib/domain/findings/finding';
import type { FindingMarker } from './finding-markers';
import { findContext } from './model-context';
import { findReferencePrefix, matchReferences } from './reference-completion';

/** The owner under which Assent's findings stand among Monaco's markers. */
export const MARKER_OWNER = 'assent';

const APPLY_FIX = 'assent.applyFix';

/** Registers, once a page, what the editor offers beyond YAML itself: `$ref` completion and one-click fixes. */
export function registerSchemaLanguage(monaco: typeof Monaco): void {
  monaco.editor.registerCommand(APPLY_FIX, (_accessor, uri: string, finding: Finding) => {
    findContext(uri)?.applyFix(finding);
  });
  monaco.languages.registerCodeActionProvider(
    'yaml',
    { provideCodeActions: (model, range) => fixActions(model, range) },
    { providedCodeActionKinds: ['quickfix'] },
  );
  monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: ['/', ' ', "'", '"'],
    provideCompletionItems: (model, position) => ({
      suggestions: referenceItems(monaco, model, position),
    }),
  });
}

/** The findings as Monaco markers, with a link to the rule where it has a page. */
export function toMonacoMarkers(
  monaco: typeof Monaco,
  markers: readonly FindingMarker[],
): Monaco.editor.IMarkerData[] {
  const severities = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  return markers.map((marker) => ({
    severity: severities[marker.severity],
    message: marker.message,
    source: 'Assent',
    code: marker.source
      ? { value: marker.finding.rule, target: monaco.Uri.parse(marker.source) }
      : marker.finding.rule,
    startLineNumber: marker.startLine,
    startColumn: marker.startColumn,
    endLineNumber: marker.endLine,
    endColumn: marker.endColumn,
  }));
}

function fixActions(model: Monaco.editor.ITextModel, range: Monaco.Range): Monaco.languages.CodeActionList {
  const uri = model.uri.toString();
  const context = findContext(uri);
  const fixable = context?.fixesFit() ? context.markers.filter((marker) => marker.finding.fix) : [];
  const actions = fixable
    .filter((marker) => touches(marker, range))
    .map(({ finding }) => {
      const title = finding.fix?.label ?? '';
      return {
        title,
        kind: 'quickfix',
        isPreferred: true,
        command: { id: APPLY_FIX, title, arguments: [uri, finding] },
      };
    });
  return { actions, dispose() {} };
}

function touches(marker: FindingMarker, range: Monaco.Range): boolean {
  return marker.startLine <= range.endLineNumber && marker.endLine >= range.startLineNumber;
}

function referenceItems(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  position: Monaco.Position,
): Monaco.languages.CompletionItem[] {
  const context = findContext(model.uri.toString());
  const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
  const prefix = findReferencePrefix(before);
  if (!context || !prefix) return [];
  return matchReferences(context.references, prefix.typed).map((uri, index) => ({
    label: uri,
    kind: monaco.languages.CompletionItemKind.Reference,
    insertText: uri,
    // Monaco filters by the text between here and the cursor; what fits was decided above.
    filterText: prefix.typed === '' ? uri : prefix.typed,
    sortText: String(index).padStart(6, '0'),
    range: new monaco.Range(position.lineNumber, prefix.column, position.lineNumber, position.column),
  }));
}
