import type { SheetWindowView, WindowRowView } from '@thongvon/api-contract';
import { useText } from '../../../language';
import { useMeaningName } from '../../../shared/meanings';
import { ScrollFrame } from '../../../shared/data-table';
import { meaningsOf, type Draft } from './describe-table';
import { messages } from './messages';

interface SheetGridProps {
  readonly window: SheetWindowView;
  readonly draft: Draft;
  readonly onRow: (row: number) => void;
  readonly onMeaning: (column: string, meaning: string) => void;
}

/** The top of a sheet as a table: its row numbers choose the header, a choice over each column says what it means. */
export function SheetGrid({ window, draft, onRow, onMeaning }: SheetGridProps) {
  const t = useText(messages);
  const nameOf = useMeaningName();
  const { all } = meaningsOf(draft.kind);
  const name = t.grid(window.sheet);
  return (
    <ScrollFrame label={name} className="rt-sheetbox rt-grid">
      <table className="rt-sheet">
        <caption className="vh">{name}</caption>
        <thead>
          <tr>
            <td className="rh" />
            {window.columns.map(({ column }) => {
              const meaning = draft.meanings[column] ?? '';
              return (
                <th key={column} scope="col" className={meaning === '' ? undefined : 'on'}>
                  {column}
                  <select
                    aria-label={t.column(column)}
                    value={meaning}
                    onChange={(event) => onMeaning(column, event.target.value)}
                  >
                    <option value="">–</option>
                    {(all.includes(meaning) || meaning === '' ? all : [meaning, ...all]).map((one) => (
                      <option key={one} value={one}>
                        {nameOf(one)}
                      </option>
                    ))}
                  </select>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {window.rows.map((row) => (
            <Row key={row.row} row={row} draft={draft} onRow={onRow} />
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface RowProps {
  readonly row: WindowRowView;
  readonly draft: Draft;
  readonly onRow: (row: number) => void;
}

function Row({ row, draft, onRow }: RowProps) {
  const t = useText(messages);
  const [first, last] = draft.header ?? [0, 0];
  const isHeader = row.row >= first && row.row <= last;
  return (
    <tr className={isHeader ? 'hd' : row.row < first ? 'above' : undefined}>
      <th scope="row" className="rh">
        <button
          type="button"
          aria-pressed={isHeader}
          aria-label={t.headerRow(row.row)}
          onClick={() => onRow(row.row)}
        >
          {row.row}
        </button>
      </th>
      {row.cells.map(({ column, text, type, bold, columnSpan, rowSpan }) => (
        <td
          key={column}
          className={`${type === 'number' || type === 'date' ? 'n r' : ''} ${bold ? 'strong' : ''} ${draft.header !== null && draft.meanings[column] === undefined ? 'aside' : ''}`}
          {...(columnSpan > 1 ? { colSpan: columnSpan } : {})}
          {...(rowSpan > 1 ? { rowSpan } : {})}
          title={text}
        >
          <span className="shown">{text}</span>
        </td>
      ))}
    </tr>
  );
}
