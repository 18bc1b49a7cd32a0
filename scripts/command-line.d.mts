import type { BuildOptions } from 'esbuild';

export function commandLine(folder: string): BuildOptions[];
