import type { ReactNode } from 'react';
import { useText } from '../../language';
import { type Column, columnName } from '../data-table';
import { messages } from '../messages';
import './pickable.css';

export interface Picking<Row> {
  /** Their ids. */
  readonly picked: ReadonlySet<string>;
  readonly onPick: (rows: readonly Row[], isPicked: boolean) => void;
  /** What a row is called, read out with its box. */
  readonly nameOf: (row: Row) => string;
  /** All where it is left out. */
  readonly mayPick?: (row: Row) => boolean;
}

/** The column with a box to tick in each row and one for all of these rows. */
export function usePickable<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { picked, onPick, nameOf, mayPick = () => true }: Picking<Row>,
): (column: Column<Row>) => Column<Row> {
  const t = useText(messages);
  const free = rows.filter(mayPick);
  const all = free.every(({ id }) => picked.has(id));
  return (column) => ({
    ...column,
    name: columnName(column),
    title:
      free.length === 0 ? (
        column.title
      ) : (
        <Pick label={t.pickAll} isPicked={all} onPick={(isPicked) => onPick(free, isPicked)}>
          <span className="pick-head">{column.title}</span>
          <span className="pick-all">{t.pickAll}</span>
        </Pick>
      ),
    render: (row) =>
      mayPick(row) ? (
        <Pick
          label={t.pick(nameOf(row))}
          isPicked={picked.has(row.id)}
          onPick={(isPicked) => onPick([row], isPicked)}
        >
          {column.render(row)}
        </Pick>
      ) : (
        column.render(row)
      ),
  });
}

interface PickProps {
  readonly label: string;
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
  readonly children: ReactNode;
}

function Pick({ label, isPicked, onPick, children }: PickProps) {
  return (
    <label className="pick">
      <input
        type="checkbox"
        aria-label={label}
        checked={isPicked}
        onChange={({ target }) => onPick(target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
