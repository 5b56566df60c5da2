import { Fragment, useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CorrectionView, SheetWindowView, WindowCellView, WindowRowView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { QueryStates } from '../../shared';
import { useValueText } from '../../shared/value-text';
import { messages } from './messages';
import { cellQuery } from './queries';
import { columnsAbout, spanIn } from './shown-columns';
import './sheet-picture.css';

interface SheetPictureProps {
  readonly returnId: string;
  readonly sheet: string;
  readonly cell: string;
  /** The cell stops the return. */
  readonly isAlarm: boolean;
  /** Letters of the column that names projects: it stays in sight. */
  readonly names?: string | undefined;
}

/** The cell as it stands in the workbook: header, its row, the rows about it. */
export function SheetPicture({ returnId, sheet, cell, isAlarm, names }: SheetPictureProps) {
  const t = useText(messages);
  const query = useQuery(cellQuery(returnId, sheet, cell));
  return (
    <QueryStates query={query} what={t.loadingCell}>
      {(window) => <Picture window={window} isAlarm={isAlarm} names={names} />}
    </QueryStates>
  );
}

interface PictureProps extends Pick<SheetPictureProps, 'isAlarm' | 'names'> {
  readonly window: SheetWindowView;
}

function Picture({ window, isAlarm, names }: PictureProps) {
  const t = useText(messages);
  const box = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { sheet, cell, columns, rows, corrections } = window;
  const letter = /^[A-Z]+/.exec(cell)?.[0] ?? '';
  const letters = columns.map(({ column }) => column);
  const shown = isWhole ? letters : columnsAbout(letters, letter, names);
  // On a phone the cell may lie outside of what is in view.
  useEffect(() => {
    const hit = box.current?.querySelector<HTMLElement>('.hit');
    if (!box.current || !hit) return;
    // In the middle of what the columns that stay in sight leave free.
    const kept = [...(hit.parentElement?.querySelectorAll<HTMLElement>('.rh, .frozen') ?? [])]
      .filter((one) => one !== hit)
      .reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
    box.current.scrollLeft = hit.offsetLeft - kept - (box.current.clientWidth - kept - hit.offsetWidth) / 2;
  }, [cell, sheet, isWhole]);
  const name = t.sheetAround(sheet, cell);
  const corrected = new Map(corrections.map((one) => [one.cell, one]));
  const frame: Frame = { letters, shown, names, letter, cell, corrected };
  return (
    <>
      <div className="rt-sheetbox" tabIndex={0} role="region" aria-label={name} ref={box}>
        <table className={isAlarm ? 'rt-sheet alarming' : 'rt-sheet'}>
          <caption className="vh">{name}</caption>
          <thead>
            <tr>
              <td className="rh" />
              {columns
                .filter(({ column }) => shown.includes(column))
                .map(({ column, afterGap }) => (
                  <th
                    key={column}
                    scope="col"
                    className={`${column === letter ? 'on' : ''} ${afterGap || isFoldedBefore(column, frame) ? 'gap-left' : ''} ${column === names ? 'frozen' : ''}`}
                  >
                    {column}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.row}>
                {row.afterGap && (
                  <tr className="gap">
                    <td className="rh">⋮</td>
                    <td colSpan={shown.length}>
                      <span className="vh">{t.rowsLeftOut}</span>
                    </td>
                  </tr>
                )}
                <Row row={row} frame={frame} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {(shown.length < letters.length || isWhole) && (
        <button type="button" className="link small noprint" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewerColumns : t.allColumns(letters.length)}
        </button>
      )}
    </>
  );
}

/** Columns are folded between this one and the one shown before it. */
function isFoldedBefore(column: string, { letters, shown }: Frame): boolean {
  const before = shown[shown.indexOf(column) - 1];
  return before !== undefined && letters.indexOf(column) - letters.indexOf(before) > 1;
}

/** Which columns are shown, of which the picture is, and where it is. */
interface Frame {
  readonly letters: readonly string[];
  readonly shown: readonly string[];
  readonly names: string | undefined;
  readonly letter: string;
  readonly cell: string;
  /** What was declared to be right, by cell. */
  readonly corrected: ReadonlyMap<string, CorrectionView>;
}

interface RowProps {
  readonly row: WindowRowView;
  readonly frame: Frame;
}

function Row({ row, frame: { letters, shown, names, letter, cell, corrected } }: RowProps) {
  const isCurrent = cell === `${letter}${row.row}`;
  const kind = row.isHeader ? 'hd' : isCurrent ? 'cur' : '';
  return (
    <tr className={kind}>
      <th scope="row" className="rh">
        {row.row}
      </th>
      {row.cells.map((one) => {
        const span = spanIn(one, letters, shown);
        return span === 0 ? null : (
          <Cell
            key={one.column}
            one={{ ...one, columnSpan: span }}
            isFrozen={one.column === names}
            name={isCurrent && one.column === letter ? cell : undefined}
            correction={corrected.get(`${one.column}${row.row}`)}
          />
        );
      })}
    </tr>
  );
}

interface CellProps {
  readonly one: WindowCellView;
  /** Given for the cell that the picture is about. */
  readonly name: string | undefined;
  readonly isFrozen: boolean;
  readonly correction: CorrectionView | undefined;
}

/** What the file has; of a corrected cell what is right next to it. */
function Cell({ one, name, isFrozen, correction }: CellProps) {
  const shown = useValueText();
  const isFigure = one.type === 'number' || one.type === 'date';
  return (
    <td
      className={`${isFigure ? 'n r' : ''} ${one.bold ? 'strong' : ''} ${name === undefined ? '' : 'hit'} ${isFrozen ? 'frozen' : ''}`}
      {...(one.columnSpan > 1 ? { colSpan: one.columnSpan } : {})}
      {...(one.rowSpan > 1 ? { rowSpan: one.rowSpan } : {})}
      {...(name === undefined ? {} : { 'aria-current': 'true' as const })}
      title={one.formula === null ? one.text : `=${one.formula}`}
    >
      {name !== undefined && <span className="tag">{name}</span>}
      {correction === undefined ? (
        <span className="shown">{one.text}</span>
      ) : (
        <span className="shown rt-from-to" title={correction.reason}>
          <del>{one.text}</del> <ins>{shown({ type: correction.type, text: correction.value })}</ins>
        </span>
      )}
    </td>
  );
}
