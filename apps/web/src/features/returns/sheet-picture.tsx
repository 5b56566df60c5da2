import { Fragment, useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { SheetWindowView, WindowCellView, WindowRowView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { QueryStates } from '../../shared';
import { messages } from './messages';
import { cellQuery } from './queries';
import './sheet-picture.css';

interface SheetPictureProps {
  readonly returnId: string;
  readonly sheet: string;
  readonly cell: string;
  /** The cell stops the return. */
  readonly isAlarm: boolean;
}

/** The cell as it stands in the workbook: header, its row, the rows about it. */
export function SheetPicture({ returnId, sheet, cell, isAlarm }: SheetPictureProps) {
  const t = useText(messages);
  const query = useQuery(cellQuery(returnId, sheet, cell));
  return (
    <QueryStates query={query} what={t.loadingCell}>
      {(window) => <Picture window={window} isAlarm={isAlarm} />}
    </QueryStates>
  );
}

function Picture({ window, isAlarm }: { readonly window: SheetWindowView; readonly isAlarm: boolean }) {
  const t = useText(messages);
  const box = useRef<HTMLDivElement>(null);
  const { sheet, cell, columns, rows } = window;
  // On a phone the cell may lie outside of what is in view.
  useEffect(() => {
    const hit = box.current?.querySelector<HTMLElement>('.hit');
    if (box.current && hit)
      box.current.scrollLeft = hit.offsetLeft - (box.current.clientWidth - hit.offsetWidth) / 2;
  }, [cell, sheet]);
  const name = t.sheetAround(sheet, cell);
  const letter = /^[A-Z]+/.exec(cell)?.[0] ?? '';
  return (
    <div className="rt-sheetbox" tabIndex={0} role="region" aria-label={name} ref={box}>
      <table className={isAlarm ? 'rt-sheet alarming' : 'rt-sheet'}>
        <caption className="vh">{name}</caption>
        <thead>
          <tr>
            <td className="rh" />
            {columns.map(({ column, afterGap }) => (
              <th
                key={column}
                scope="col"
                className={`${column === letter ? 'on' : ''} ${afterGap ? 'gap-left' : ''}`}
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
                  <td colSpan={columns.length}>
                    <span className="vh">{t.rowsLeftOut}</span>
                  </td>
                </tr>
              )}
              <Row row={row} cell={cell} letter={letter} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: WindowRowView;
  readonly cell: string;
  readonly letter: string;
}

function Row({ row, cell, letter }: RowProps) {
  const isCurrent = cell === `${letter}${row.row}`;
  const kind = row.isHeader ? 'hd' : isCurrent ? 'cur' : '';
  return (
    <tr className={kind}>
      <th scope="row" className="rh">
        {row.row}
      </th>
      {row.cells.map((one) => (
        <Cell key={one.column} one={one} name={isCurrent && one.column === letter ? cell : undefined} />
      ))}
    </tr>
  );
}

/** `name` is given for the cell that the picture is about. */
function Cell({ one, name }: { readonly one: WindowCellView; readonly name: string | undefined }) {
  const isFigure = one.type === 'number' || one.type === 'date';
  return (
    <td
      className={`${isFigure ? 'n r' : ''} ${one.bold ? 'strong' : ''} ${name === undefined ? '' : 'hit'}`}
      {...(one.columnSpan > 1 ? { colSpan: one.columnSpan } : {})}
      {...(one.rowSpan > 1 ? { rowSpan: one.rowSpan } : {})}
      {...(name === undefined ? {} : { 'aria-current': 'true' as const })}
      title={one.formula === null ? one.text : `=${one.formula}`}
    >
      {name !== undefined && <span className="tag">{name}</span>}
      <span className="shown">{one.text}</span>
    </td>
  );
}
