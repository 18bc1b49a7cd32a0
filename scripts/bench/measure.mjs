// Runs programs one at a time and tells what they cost.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reporter = fileURLToPath(new URL('./report-usage.cjs', import.meta.url));

/**
 * Runs a Node program to its end, its start included.
 * Gives the wall time in ms, the processor time in ms, the greatest resident memory in MB, and its exit status.
 */
export async function runProgram({ node, words, cwd, env }) {
  const began = process.hrtime.bigint();
  const child = spawn(node, ['--require', reporter, ...words], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let usage = '';
  let errors = '';
  child.stdio[3].on('data', (chunk) => {
    usage += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const status = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  const wall = Number(process.hrtime.bigint() - began) / 1e6;
  if (usage === '') throw new Error(`${words.join(' ')} did not end as a program should:\n${errors}`);
  const { maxRSS, cpu } = JSON.parse(usage);
  return { wall, cpu: cpu / 1000, memory: maxRSS / 1024, status, errors };
}

export function median(values) {
  return quantile(values, 0.5);
}

export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A table of texts, the first column to the left and the others to the right. */
export function printTable(title, head, rows) {
  const lines = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const print = (cells) =>
    process.stdout.write(
      `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('   ')}\n`,
    );
  process.stdout.write(`\n${title}\n`);
  lines.forEach((cells, at) => {
    print(cells);
    if (at === 0) print(widths.map((width) => '─'.repeat(width)));
  });
}
