import { runLint } from '../schema/lint-command';
import { toProgram } from '../schema/program';

export const program = toProgram(runLint);
