import type { JsonObject } from '../json';

export function addExample(_schema: JsonObject, _versionField: string): void {}
