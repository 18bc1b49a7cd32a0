import { runMaterialize } from '../schema/materialize-command';
import { toProgram } from '../schema/program';

export const program = toProgram(runMaterialize);
