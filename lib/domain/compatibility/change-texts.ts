import type { Json } from '../schema/json';
import type { Change, ChangeKind } from './change';

/** A value as a reader sees it: short, on one line. */
export function showValue(value: Json | null): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The field as the subject of a sentence. */
function field(change: Change): string {
  return change.path === '' ? 'The event' : `“${change.path}”`;
}

function types(value: Json | null): string {
  if (value === null) return 'any type';
  return Array.isArray(value) ? value.join(' or ') : String(value);
}

function difference(from: Json | null, to: Json | null): string {
  if (!Array.isArray(from) || !Array.isArray(to)) return '';
  const known = new Set(to.map((value) => JSON.stringify(value)));
  return from
    .filter((value) => !known.has(JSON.stringify(value)))
    .map(showValue)
    .join(', ');
}

function fromTo(change: Change): string {
  if (change.before === null) return `now has ${change.keyword} ${showValue(change.after)}`;
  if (change.after === null) return `no longer has ${change.keyword} ${showValue(change.before)}`;
  return `changed ${change.keyword} from ${showValue(change.before)} to ${showValue(change.after)}`;
}

const refused = 'Clients that send what was valid before are refused.';
const surprised = 'Consumers may meet values that the older version ruled out.';
const both = 'Clients may be refused, and consumers may meet values that the older version ruled out.';

/** The sentences of each kind of change, for someone who never read the guidelines. */
export const changeTexts: Record<ChangeKind, (change: Change) => string> = {
  'field-added': (change) =>
    change.classifications.includes('breaking-producers')
      ? `${field(change)} is now declared where events could already hold anything under that name. Clients that send something else there are refused.`
      : `${field(change)} is new. Events without it stay valid as long as it is optional.`,
  'field-removed': (change) =>
    change.classifications.includes('breaking-producers')
      ? `${field(change)} is gone. Clients that still send it may be refused, and consumers no longer find it.`
      : `${field(change)} is gone. Consumers no longer find it, and what clients still send there is not checked.`,
  'field-moved': (change) => `“${showPath(change.before)}” seems to live on as ${field(change)}.`,
  'field-forbidden': (change) =>
    `${field(change)} may no longer be sent: the schema allows no value there. Clients that still send it are refused, and consumers no longer find it.`,
  'field-allowed': (change) =>
    `${field(change)} may now be sent. Consumers may meet a field of which the older version said that it never occurs.`,
  'type-changed': (change) =>
    `${field(change)} changed its type from ${types(change.before)} to ${types(change.after)}. ${typeReason(change)}`,
  'required-added': (change) => `${field(change)} is now required. Clients that do not send it are refused.`,
  'required-removed': (change) =>
    `${field(change)} is no longer required. Consumers that rely on it may find it missing.`,
  'enum-added': (change) =>
    `${field(change)} is now limited to a list of values. Clients that send any other value are refused.`,
  'enum-removed': (change) =>
    `${field(change)} is no longer limited to a list of values. Consumers may meet values they do not know.`,
  'enum-widened': (change) =>
    `${field(change)} allows new values: ${difference(change.after, change.before)}. What was valid stays valid.`,
  'enum-narrowed': (change) =>
    `${field(change)} no longer allows ${difference(change.before, change.after)}. Clients that send it are refused.`,
  'const-changed': (change) => `${field(change)} ${fromTo(change)}. ${gateReason(change)}`,
  'bounds-tightened': (change) => `${field(change)} ${fromTo(change)}. ${refused}`,
  'bounds-loosened': (change) => `${field(change)} ${fromTo(change)}. ${surprised}`,
  'bounds-changed': (change) => `${field(change)} ${fromTo(change)}. ${both}`,
  'length-tightened': (change) => `${field(change)} ${fromTo(change)}. ${refused}`,
  'length-loosened': (change) =>
    `${field(change)} ${fromTo(change)}. ${change.keyword === 'maxLength' ? 'What was valid stays valid.' : surprised}`,
  'count-tightened': (change) => `${field(change)} ${fromTo(change)}. ${refused}`,
  'count-loosened': (change) => `${field(change)} ${fromTo(change)}. ${surprised}`,
  'unique-items-changed': (change) =>
    change.after === true
      ? `${field(change)} must no longer repeat an item. ${refused}`
      : `${field(change)} may now repeat an item. ${surprised}`,
  'format-changed': (change) => `${field(change)} ${fromTo(change)}. ${gateReason(change)}`,
  'pattern-changed': (change) => `${field(change)} ${fromTo(change)}. ${gateReason(change)}`,
  'default-changed': (change) =>
    `${field(change)} ${fromTo(change)}. The intake fills in the default, so the same event is stored with another value.`,
  'items-added': (change) =>
    `${field(change)} now says what its items are. Clients that send other items are refused.`,
  'items-removed': (change) =>
    `${field(change)} no longer says what its items are. Consumers may meet items of any kind.`,
  'additional-properties-closed': (change) =>
    `${field(change)} now refuses names that it does not declare. Clients that send such a name are refused.`,
  'additional-properties-opened': (change) =>
    `${field(change)} now accepts names that it does not declare. Consumers may meet fields that nobody described.`,
  'additional-properties-typed': (change) =>
    `${field(change)} now says of which type undeclared names are. Clients that send another type are refused.`,
  'additional-properties-untyped': (change) =>
    `${field(change)} no longer says of which type undeclared names are. Consumers may meet any type.`,
  'additional-properties-stated': (change) =>
    change.after === null
      ? `${field(change)} no longer says that it accepts undeclared names; they stay accepted.`
      : `${field(change)} now says that it accepts undeclared names; they were accepted before.`,
  'composition-changed': (change) =>
    change.classification === 'documentation'
      ? `${field(change)} documents its ${change.keyword} otherwise.`
      : `${field(change)} changed its ${change.keyword}. ${both}`,
  'keyword-changed': (change) =>
    `${field(change)} ${fromTo(change)}. ${change.classification === 'documentation' ? 'No event is judged by it.' : both}`,
  'title-changed': (change) =>
    change.path === ''
      ? `The schema's title changed from ${showValue(change.before)} to ${showValue(change.after)}: consumers know the schema by its title.`
      : `${field(change)} ${fromTo(change)}.`,
  'description-changed': (change) => `${field(change)} is described otherwise.`,
  'examples-changed': (change) => `${field(change)} has other examples.`,
  'origin-changed': (change) =>
    `${field(change)} came from ${showOrigin(change.before)} and now comes from ${showOrigin(change.after)}.`,
};

function typeReason(change: Change): string {
  const producers = change.classifications.includes('breaking-producers');
  const consumers = change.classifications.includes('breaking-consumers');
  if (producers && consumers)
    return 'Clients that send the old type are refused, and consumers must read another one.';
  if (producers) return 'Clients that send the type which is no longer allowed are refused.';
  return consumers ? 'Consumers may meet a type they do not expect.' : 'The same events are valid as before.';
}

function gateReason(change: Change): string {
  if (change.before === null) return refused;
  return change.after === null ? surprised : both;
}

function showPath(value: Json | null): string {
  return typeof value === 'string' ? value : showValue(value);
}

function showOrigin(value: Json | null): string {
  return typeof value === 'string' ? `the fragment ${value}` : 'the schema itself';
}
