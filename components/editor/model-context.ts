import type { Finding } from '@/lib/domain/findings/finding';
import type { FindingMarker } from './finding-markers';

/** What the language services need to know of one open text. */
export interface ModelContext {
  markers: readonly FindingMarker[];
  /** False while the text has moved on from the one the findings speak of: their fixes would then miss their place. */
  fixesFit(): boolean;
  /** `$ref` URIs to offer, best first. */
  references: readonly string[];
  applyFix(finding: Finding): void;
}

/**
 * The open texts by the URI of their Monaco model. Monaco's language services are registered once a page, and find
 * here what belongs to the text they are asked about.
 */
const contexts = new Map<string, ModelContext>();

/** Makes a text known; the function it gives back forgets it again. */
export function openContext(uri: string, context: ModelContext): () => void {
  contexts.set(uri, context);
  return () => {
    if (contexts.get(uri) === context) contexts.delete(uri);
  };
}

/** What is known of an open text; null where the URI belongs to another kind of model (a diff, a hover). */
export function findContext(uri: string): ModelContext | null {
  return contexts.get(uri) ?? null;
}
