/** Sets flags of V8, for what is compiled and run from now on. */
export function setEngineFlags(flags: readonly string[]): void {
  // Loaded when it is asked for: it takes a while.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
