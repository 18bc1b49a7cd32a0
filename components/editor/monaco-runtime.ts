import 'monaco-editor/esm/vs/editor/edcore.main.js';
import 'monaco-editor/esm/vs/basic-languages/yaml/yaml.contribution.js';
import * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';
import { loader } from '@monaco-editor/react';
import { configureMonacoYaml } from 'monaco-yaml';
import { draft07Metaschema, METASCHEMA_URI } from './draft07-metaschema';
import { registerSchemaLanguage } from './schema-language';
import { monacoTheme, themeName, tokenReader } from './monaco-theme';
import { provideWorkers } from './monaco-workers';

/** The folder of models that hold a schema's source; only texts in it are held against the metaschema. */
export const SCHEMA_MODELS = 'inmemory://assent/schema/';

provideWorkers();
// Without this the wrapper would fetch Monaco from a content delivery network.
loader.config({ monaco });
defineThemes();
configureMonacoYaml(monaco, {
  enableSchemaRequest: false,
  hoverSchemaSource: false,
  // Formatting would rewrite what the author did not touch.
  format: { enable: false },
  schemas: [{ uri: METASCHEMA_URI, fileMatch: [`${SCHEMA_MODELS}**`], schema: draft07Metaschema }],
});
registerSchemaLanguage(monaco);
// Line widths measured before a web font arrived are wrong; measure again when all are there.
void document.fonts?.ready.then(() => monaco.editor.remeasureFonts());

export { monaco };

function defineThemes(): void {
  for (const theme of ['light', 'dark'] as const) {
    const reader = tokenReader(theme);
    monaco.editor.defineTheme(themeName(theme), monacoTheme(theme, reader.resolve));
    reader.close();
  }
}
