import { classNames } from './class-names';
import type { DiffRow, DiffSide } from './diff-lines';

type Mark = 'added' | 'removed' | 'same';

const LINE: Record<Mark, string> = { added: 'bg-diff-added', removed: 'bg-diff-removed', same: '' };
const WORD: Record<Mark, string> = {
  added: 'bg-diff-added-strong rounded-xs',
  removed: 'bg-diff-removed-strong rounded-xs',
  same: '',
};
const SIGN: Record<Mark, string> = { added: '+', removed: '−', same: ' ' };
const SPOKEN: Record<Mark, string> = { added: 'added: ', removed: 'removed: ', same: '' };

const NUMBER = 'w-11 min-w-11 select-none px-2 text-end align-top text-faint';

function Text({ side, mark, wrap }: { side: DiffSide; mark: Mark; wrap?: boolean }) {
  return (
    <span className={classNames('block', wrap ? 'whitespace-pre-wrap break-words' : 'whitespace-pre')}>
      <span aria-hidden className="me-2 inline-block w-2 select-none text-muted">
        {SIGN[mark]}
      </span>
      <span className="sr-only">{SPOKEN[mark]}</span>
      {side.pieces.map((piece, index) =>
        piece.changed ? (
          <span key={index} className={WORD[mark]}>
            {piece.text}
          </span>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </span>
  );
}

interface LineProps {
  mark: Mark;
  oldNumber?: number;
  newNumber?: number;
  side: DiffSide;
}

function UnifiedLine({ mark, oldNumber, newNumber, side }: LineProps) {
  return (
    <tr className={LINE[mark]}>
      <td className={NUMBER}>{oldNumber}</td>
      <td className={NUMBER}>{newNumber}</td>
      <td className="w-full pe-3">
        <Text side={side} mark={mark} />
      </td>
    </tr>
  );
}

interface Run {
  same: DiffRow | null;
  rows: DiffRow[];
}

/** Neighbouring changed rows belong together: first all that went, then all that came. */
function runsOf(rows: DiffRow[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (row.kind === 'same') runs.push({ same: row, rows: [] });
    else if (last && !last.same) last.rows.push(row);
    else runs.push({ same: null, rows: [row] });
  }
  return runs;
}

/** Rows below each other: number before, number after, text. */
export function UnifiedRows({ rows }: { rows: DiffRow[] }) {
  return runsOf(rows).map((run) => {
    if (run.same?.old && run.same.new) {
      const { old, new: now } = run.same;
      return (
        <UnifiedLine
          key={`s${old.number}`}
          mark="same"
          oldNumber={old.number}
          newNumber={now.number}
          side={now}
        />
      );
    }
    return [
      ...run.rows.map(
        ({ old }) =>
          old && <UnifiedLine key={`o${old.number}`} mark="removed" oldNumber={old.number} side={old} />,
      ),
      ...run.rows.map(
        ({ new: now }) =>
          now && <UnifiedLine key={`n${now.number}`} mark="added" newNumber={now.number} side={now} />,
      ),
    ];
  });
}

function SplitSide({ side, mark }: { side: DiffSide | null; mark: Mark }) {
  if (!side) return <td colSpan={2} className="bg-surface-sunken" />;
  return (
    <>
      <td className={classNames(NUMBER, LINE[mark])}>{side.number}</td>
      <td className={classNames('pe-3 align-top', LINE[mark])}>
        <Text side={side} mark={mark} wrap />
      </td>
    </>
  );
}

/** Rows side by side: before on the start side, after on the end side. */
export function SplitRows({ rows }: { rows: DiffRow[] }) {
  return rows.map((row) => (
    <tr key={`${row.old?.number ?? ''}:${row.new?.number ?? ''}`}>
      <SplitSide side={row.old} mark={row.kind === 'same' ? 'same' : 'removed'} />
      <SplitSide side={row.new} mark={row.kind === 'same' ? 'same' : 'added'} />
    </tr>
  ));
}
