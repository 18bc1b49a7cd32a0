/** Prints a progress line for a step: what it does, then how it ended and how long it took. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  say?: (result: T) => string,
): Promise<T> {
  const began = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const result = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${say?.(result) ?? 'done'} (${seconds} s)\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}
