import { newestVersion } from '@/lib/domain/repository/newest-version';
import { prepareAssessment } from '@/lib/domain/draft/assess-draft';
import { readSource } from '@/lib/domain/schema/read-source';
import type { JsonObject } from '@/lib/domain/schema/json';

/** Texts of the files that one draft depends on. */
interface Work {
  title: string;
  text: string;
  versions: Record<string, string>;
  fragments: Record<string, string>;
  configText: string;
}

/** Types a word into many descriptions, one letter after the other, and gives the time of each assessment in ms. */
export function typeIntoDraft({ title, text, versions, fragments, configText }: Work) {
  const version = newestVersion(Object.keys(versions)) ?? '';
  const lookup: Record<string, JsonObject> = {};
  for (const [uri, fragment] of Object.entries(fragments)) {
    const value = readSource(fragment).source?.value;
    if (value) lookup[uri] = value;
  }
  const schema = readSource(versions[version] ?? '').source?.value ?? {};
  const assess = prepareAssessment({
    title,
    isNewSchema: false,
    base: { version, schema },
    newestVersion: version,
    lookup,
    configText,
    metrics: [],
    controlPointers: [],
    exceptions: [],
    knownFragmentFields: [],
  });
  const places = [...text.matchAll(/description: (?:>-?\n\s*)?/g)].map(
    (match) => match.index + match[0].length,
  );
  const times: number[] = [];
  let fields = 0;
  for (const place of places) {
    for (let typed = 1; typed <= 'observed '.length; typed += 1) {
      const next = text.slice(0, place) + 'observed '.slice(0, typed) + text.slice(place);
      const began = performance.now();
      const assessment = assess(next);
      times.push(performance.now() - began);
      fields = assessment.fields.length;
    }
  }
  return { times, fields };
}
