import { fieldReport } from '../field-report';
import type { LintRule } from '../rule';

const measured =
  /(?:^|_)(?:time|duration|latency|delay|timeout|elapsed|interval|uptime|age|size|width|height|length|distance|bandwidth|speed|memory)$/;
/** A length counted in things, not in a unit, says so in its name or its description. */
const counted = /\b(?:number of|count of|characters|pixels|bytes|seconds|milliseconds|minutes|hours|days)\b/i;

/**
 * A measured number carries its unit in its name: `load_time_ms`, `content_bytes`. It is a warning where the
 * description does not name the unit either, else a hint.
 * @see https://wikitech.wikimedia.org/wiki/Event_Platform/Schemas/Guidelines
 */
export const unitsInName: LintRule = {
  name: 'units-in-name',
  check: (context) =>
    context.ownNewFields
      .filter(
        (field) =>
          /^(?:integer|number)$/.test(field.type) && field.enum === null && measured.test(field.name),
      )
      .map((field) =>
        fieldReport(field, counted.test(field.description ?? '') ? 'info' : 'warning', { name: field.name }),
      ),
};
