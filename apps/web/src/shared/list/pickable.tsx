import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { type Column, columnName } from '../data-table';
import './pickable.css';

interface Picking<Row> {
  readonly has: (id: string) => boolean;
  readonly set: (rows: readonly Row[], isPicked: boolean) => void;
  /** All where it is left out. */
  readonly mayPick?: (row: Row) => boolean;
  /** What the box of all rows and that of a row are called. */
  readonly all: string;
  readonly one: (row: Row) => string;
}

/** Makes of a column one with a box to tick in each row, and one for all of these rows. */
export function pickable<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { has, set, mayPick = () => true, all, one }: Picking<Row>,
  column: Column<Row>,
): Column<Row> {
  const free = rows.filter(mayPick);
  return {
    ...column,
    name: columnName(column),
    title:
      free.length === 0 ? (
        column.title
      ) : (
        <Pick
          label={all}
          isPicked={free.every(({ id }) => has(id))}
          onPick={(isPicked) => set(free, isPicked)}
        >
          <span className="pick-head">{column.title}</span>
          <span className="pick-all">{all}</span>
        </Pick>
      ),
    render: (row) =>
      mayPick(row) ? (
        <Pick label={one(row)} isPicked={has(row.id)} onPick={(isPicked) => set([row], isPicked)}>
          {column.render(row)}
        </Pick>
      ) : (
        column.render(row)
      ),
  };
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

/** Rows that were ticked, in whatever table of a page. */
export interface Selection<Row> {
  readonly chosen: readonly Row[];
  readonly has: (id: string) => boolean;
  readonly set: (rows: readonly Row[], isChosen: boolean) => void;
  readonly clear: () => void;
}

/** `shown` names what is asked for: nothing stays ticked that another filter has hidden. */
export function useSelection<Row extends { readonly id: string }>(shown = ''): Selection<Row> {
  const [ticked, setTicked] = useState({ shown, byId: nothing<Row>() });
  const byId = useMemo(() => (ticked.shown === shown ? ticked.byId : nothing<Row>()), [ticked, shown]);
  const set = useCallback(
    (rows: readonly Row[], isChosen: boolean) => {
      setTicked((before) => {
        const next = new Map(before.shown === shown ? before.byId : []);
        for (const row of rows) {
          if (isChosen) next.set(row.id, row);
          else next.delete(row.id);
        }
        return { shown, byId: next };
      });
    },
    [shown],
  );
  const clear = useCallback(() => setTicked({ shown, byId: nothing<Row>() }), [shown]);
  return useMemo(
    () => ({ chosen: [...byId.values()], has: (id) => byId.has(id), set, clear }),
    [byId, set, clear],
  );
}

const nothing = <Row,>(): ReadonlyMap<string, Row> => new Map();
