import type { BuildOptions } from 'esbuild';

export function validationThread(folder: string): BuildOptions;
