import fc from 'fast-check';

/** A value with the way it is written. */
type Written =
  | { kind: 'scalar'; text: string }
  | { kind: 'empty' }
  | { kind: 'text'; header: string; blanks: string[] }
  | { kind: 'alias' }
  | { kind: 'list'; style: Style; indented: boolean; anchored: boolean; items: Item[] }
  | { kind: 'map'; style: Style; anchored: boolean; merges: boolean; entries: Entry[]; closing: boolean };

type Style = 'block' | 'flow' | 'lines';
interface Item {
  value: Written;
  comment: boolean;
}
interface Entry extends Item {
  key: string;
  above: 'nothing' | 'blank' | 'comment' | 'comment-left';
}

const style = fc.constantFrom<Style>('block', 'block', 'block', 'flow', 'lines');
const scalar = fc.constantFrom(
  'string',
  "'it''s # no comment'",
  '"a\\n: b"',
  '12',
  'true',
  '~',
  'a b',
  '/a/1.0.0',
);
const blanks = fc.array(fc.constantFrom('', '', '    '), { maxLength: 2 });
const keys = ['type', 'x', "'quoted'", '"a: b"', 'description', 'items', 'long_key'];

const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('scalar' as const), text: scalar }),
    fc.record({ kind: fc.constant('empty' as const) }),
    fc.record({ kind: fc.constant('alias' as const) }),
    fc.record({
      kind: fc.constant('text' as const),
      header: fc.constantFrom('|', '|+', '|-', '>', '>+'),
      blanks,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      style,
      indented: fc.boolean(),
      anchored: fc.boolean(),
      items: fc.array(fc.record({ value: tie('value'), comment: fc.boolean() }), { maxLength: 3 }),
    }),
    mapOf(tie('value'), 0),
    mapOf(tie('value'), 1),
  ),
}));

function mapOf(member: fc.Arbitrary<Written>, minLength: number) {
  return fc.record({
    kind: fc.constant('map' as const),
    style,
    anchored: fc.boolean(),
    merges: fc.boolean(),
    closing: fc.boolean(),
    entries: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...keys),
        above: fc.constantFrom<Entry['above']>('nothing', 'nothing', 'blank', 'comment', 'comment-left'),
        comment: fc.boolean(),
        value: member,
      }),
      { selector: (entry) => entry.key, minLength, maxLength: 4 },
    ),
  });
}

interface Writing {
  step: number;
  comments: number;
  anchors: { name: string; isMap: boolean }[];
  allowsAnchors: boolean;
}

/** A text, and how many comments it has: `# note 1` to `# note n`. */
export interface Layout {
  text: string;
  comments: number;
}

/** Texts in every layout that people write: comments, blank lines, brackets, quotes, anchors, both kinds of line break. */
export const layouts: fc.Arbitrary<Layout> = fc
  .record({
    root: mapOf(value, 1),
    step: fc.constantFrom(2, 2, 4),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
    mark: fc.constantFrom('', '', '\ufeff'),
    head: fc.constantFrom('', '---\n', '\n'),
    finalBreak: fc.boolean(),
    allowsAnchors: fc.boolean(),
  })
  .map(({ root, step, lineBreak, mark, head, finalBreak, allowsAnchors }) => {
    const writing: Writing = { step, comments: 0, anchors: [], allowsAnchors };
    const body = blockEntries(root, 0, writing).join('\n');
    const text = `${mark}${head}${body}${finalBreak ? '\n' : ''}`.replaceAll('\n', lineBreak);
    return { text, comments: writing.comments };
  });

type MapLayout = Extract<Written, { kind: 'map' }>;
type ListLayout = Extract<Written, { kind: 'list' }>;

function note(writing: Writing): string {
  writing.comments += 1;
  return `# note ${writing.comments} #`;
}

function anchor({ anchored, kind }: MapLayout | ListLayout, writing: Writing): [string, () => void] {
  if (!anchored || !writing.allowsAnchors) return ['', () => {}];
  const name = `a${writing.anchors.length}_${writing.comments}`;
  return [` &${name}`, () => writing.anchors.push({ name, isMap: kind === 'map' })];
}

function alias(writing: Writing, mapsOnly: boolean): string | null {
  const known = writing.anchors.filter(({ isMap }) => isMap || !mapsOnly).at(-1);
  return known ? `*${known.name}` : null;
}

function blockEntries(map: MapLayout, column: number, writing: Writing): string[] {
  const pad = ' '.repeat(column);
  const lines: string[] = [];
  const merged = map.merges ? alias(writing, true) : null;
  if (merged) lines.push(`${pad}<<: ${merged}`);
  for (const { key, above, comment, value: member } of map.entries) {
    if (above === 'blank') lines.push('');
    if (above === 'comment') lines.push(pad + note(writing));
    if (above === 'comment-left') lines.push(note(writing));
    const [first = '', ...below] = behindIndicator(member, { column, comment }, writing);
    lines.push(`${pad}${key}:${first}`, ...below);
  }
  if (map.closing) lines.push(pad + note(writing));
  return lines;
}

/** What stands behind `key:` or `-`, and the lines below. */
function behindIndicator(
  written: Written,
  { column, comment }: { column: number; comment: boolean },
  writing: Writing,
): string[] {
  const remark = comment ? ` ${note(writing)}` : '';
  const inner = column + writing.step;
  if (written.kind === 'text') {
    const pad = ' '.repeat(inner);
    return [` ${written.header}${remark}`, `${pad}some text`, `${pad}more`, ...written.blanks];
  }
  if (isBlock(written)) {
    const [name, done] = anchor(written, writing);
    const lines =
      written.kind === 'map' ? blockEntries(written, inner, writing) : blockItems(written, column, writing);
    done();
    return [name + remark, ...lines];
  }
  const [first = '', ...rest] = inline(written, column, writing);
  const lines = [first === '' ? '' : ` ${first}`, ...rest];
  return [...lines.slice(0, -1), lines.at(-1) + remark];
}

function isBlock(written: Written): written is MapLayout | ListLayout {
  if (written.kind === 'map') return written.style === 'block' && written.entries.length > 0;
  return written.kind === 'list' && written.style === 'block' && written.items.length > 0;
}

function blockItems(list: ListLayout, column: number, writing: Writing): string[] {
  const pad = ' '.repeat(list.indented ? column + writing.step : column);
  return list.items.flatMap(({ value: member, comment }, index) => {
    // js-yaml 3 takes a dash further left for the next item of a list whose last item is empty.
    const isLast = index === list.items.length - 1;
    const item: Written = isLast && member.kind === 'empty' ? { kind: 'scalar', text: 'last' } : member;
    if (isBlock(item) && item.kind === 'map' && !comment) {
      const [first = '', ...below] = blockEntries({ ...item, merges: false }, pad.length + 2, writing);
      if (!/^\s*(?:#|$)/.test(first)) return [`${pad}- ${first.trimStart()}`, ...below];
      return [`${pad}-`, first, ...below];
    }
    const [first = '', ...below] = behindIndicator(item, { column: pad.length, comment }, writing);
    return [`${pad}-${first}`, ...below];
  });
}

/** A scalar, an alias, or a collection in brackets; the lines after the first stand deeper than the column. */
function inline(written: Written, column: number, writing: Writing): string[] {
  if (written.kind === 'scalar') return [written.text];
  if (written.kind === 'alias') return [alias(writing, false) ?? 'none'];
  if (written.kind === 'empty') return [''];
  if (written.kind === 'text') return ['text'];
  const [open, close] = written.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const [name, done] = anchor(written, writing);
  const parts = flowParts(written, column, writing);
  done();
  const prefix = name === '' ? open : `${name.trimStart()} ${open}`;
  if (written.style !== 'lines' || parts.length === 0)
    return [`${prefix}${parts.map((part) => part.text).join(', ')}${close}`];
  const pad = ' '.repeat(column + writing.step);
  const lines = parts.map(({ text, comment }, index) => {
    const comma = index < parts.length - 1 ? ',' : '';
    return `${pad}${text}${comma}${comment ? ` ${note(writing)}` : ''}`;
  });
  return [prefix, ...lines, ' '.repeat(column) + close];
}

function flowParts(written: MapLayout | ListLayout, column: number, writing: Writing) {
  const one = (item: Written) => inline(flat(item), column, writing).join(' ');
  if (written.kind === 'list') {
    return written.items
      .filter(({ value: item }) => item.kind !== 'empty')
      .map(({ value: item, comment }) => ({ text: one(item), comment }));
  }
  const merged = written.merges ? alias(writing, true) : null;
  const members = written.entries.map(({ key, value: member, comment }) => ({
    text: `${key}: ${one(member)}`,
    comment,
  }));
  return merged ? [{ text: `<<: ${merged}`, comment: false }, ...members] : members;
}

/** What stands in brackets stands on one line. */
function flat(written: Written): Written {
  return written.kind === 'map' || written.kind === 'list' ? { ...written, style: 'flow' } : written;
}
