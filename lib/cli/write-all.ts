import { writeSync } from 'node:fs';

/**
 * Writes a text to standard output or standard error and comes back when it is out, so that the process may end at once.
 * Node's own streams take longer to set up than most commands run. Who reads no further is not an error.
 */
export function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') {
        if (error instanceof Error) error.message = `The output cannot be written: ${error.message}`;
        throw error;
      }
      // The reader of a pipe is slower than we are.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
