/**
 * Tells Monaco where its workers are: beside this file, in the same build. Without it Monaco would run them on the
 * page's own thread.
 */
export function provideWorkers(): void {
  window.MonacoEnvironment = {
    getWorker(_moduleId: string, label: string): Worker {
      return label === 'yaml'
        ? new Worker(new URL('./yaml.worker.ts', import.meta.url), { type: 'module', name: label })
        : new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module', name: label });
    },
  };
}
