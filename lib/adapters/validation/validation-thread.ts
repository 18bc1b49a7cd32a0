/** The program of a validation thread: takes one job after the other, and may be ended at any time. */
import { parentPort } from 'node:worker_threads';
import type { Json, JsonObject } from '@/lib/domain/schema/json';
import type { EventVerdict } from '@/lib/domain/validate/intake-verdict';
import { CompiledSchemas } from './compiled-schemas';
import { compileSchema, type Judge } from './compile-schema';
import { type Refusal, refused, type ThreadJob, type ThreadMessage, type Verdict } from './verdict';

const compiled = new CompiledSchemas({ count: 100, size: 4_000_000 });
const maxErrorsTogether = 1_000;

function judge(job: ThreadJob): Verdict {
  const found = findJudge(job);
  if ('kind' in found) return found;
  try {
    return { kind: 'judged', events: judgeAll(JSON.parse(job.events) as Json[], found) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return error instanceof RangeError ? refused('too-deep', message) : refused('validator-failed', message);
  }
}

/** Errors beyond those that fit into an answer are left out, but for the first of each event. */
function judgeAll(events: Json[], judgeOne: Judge): EventVerdict[] {
  let room = maxErrorsTogether;
  return events.map((event) => {
    const { valid, errors } = judgeOne(event);
    const shown = errors.slice(0, Math.max(1, room));
    room -= shown.length;
    return { valid, errors: shown };
  });
}

function findJudge({ hash, schema, allowInsecure }: ThreadJob): Judge | Refusal {
  // Whether insecure schemas are taken belongs to the question, so it belongs to the key.
  const key = `${hash} ${allowInsecure}`;
  const known = compiled.find(key);
  if (known) return known;
  const made = compileSchema(JSON.parse(schema) as JsonObject, allowInsecure);
  if (!('kind' in made)) compiled.add(key, made, schema.length);
  return made;
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (job: ThreadJob) => {
  say({ id: job.id, verdict: judgeSafely(job) });
});
say('ready');

function judgeSafely(job: ThreadJob): Verdict {
  try {
    return judge(job);
  } catch (error) {
    return refused('validator-failed', error instanceof Error ? error.message : String(error));
  }
}
