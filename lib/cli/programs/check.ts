import { runCheck } from '../schema/check-command';
import { toProgram } from '../schema/program';

export const program = toProgram(runCheck);
