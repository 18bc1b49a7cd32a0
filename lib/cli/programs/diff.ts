import { runDiff } from '../schema/diff-command';
import { toProgram } from '../schema/program';

export const program = toProgram(runDiff);
