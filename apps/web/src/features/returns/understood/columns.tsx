import { useState } from 'react';
import type { UnderstoodColumnView, UnderstoodTableView } from '@thongvon/api-contract';
import { useSaid, useText } from '../../../language';
import { ScrollFrame } from '../../../shared/data-table';
import { Form } from '../../../shared/form/form';
import { useMapping } from '../mapping/use-mapping';
import type { SeenReturn } from '../queries';
import { columnTaking, mappingWith } from './change-column';
import { messages } from './messages';
import { type OnCell, Proofs } from './proofs';

interface ColumnsProps {
  readonly seen: SeenReturn;
  readonly table: UnderstoodTableView;
  readonly canChange: boolean;
  readonly onCell: OnCell;
}

/** Each column with its letter, its caption, what it was taken for and what confirms that. */
export function Columns({ seen, table, canChange, onCell }: ColumnsProps) {
  const t = useText(messages);
  const [changed, setChanged] = useState<string>();
  const canMap = canChange && table.described !== null;
  return (
    <ScrollFrame
      className="rt-sheetbox"
      label={t.columns(table.columns.filter((one) => one.isRead).length, table.columns.length)}
    >
      <table className="rt-columns">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.caption}</th>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.compared}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((one) => (
            <tr key={one.column} className={one.isRead ? undefined : 'hatched'}>
              <th scope="row" className="cell">
                <button type="button" className="link cell" onClick={() => onCell(one.cell)}>
                  {one.column}
                </button>
              </th>
              <td data-title={t.caption}>{one.captions.join(' / ') || <i>{t.noCaption}</i>}</td>
              <td data-title={t.meaning}>
                {changed === one.column ? (
                  <ChangeMeaning
                    seen={seen}
                    table={table}
                    column={one}
                    onDone={() => setChanged(undefined)}
                  />
                ) : (
                  <Meaning column={one} onChange={canMap ? () => setChanged(one.column) : undefined} />
                )}
              </td>
              <td data-title={t.compared}>
                <Proofs proofs={one.proofs} onCell={onCell} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

interface MeaningProps {
  readonly column: UnderstoodColumnView;
  readonly onChange: (() => void) | undefined;
}

function Meaning({ column, onChange }: MeaningProps) {
  const t = useText(messages);
  const say = useSaid();
  return (
    <>
      <b className={column.meaning === null ? 'alarm' : undefined}>{say(column, 'says')}</b>
      {column.because !== null && <span className="small muted"> ({say(column, 'because')})</span>}{' '}
      {onChange && (
        <button
          type="button"
          className="link small noprint"
          aria-label={t.changeColumn(column.column)}
          onClick={onChange}
        >
          {t.change}
        </button>
      )}
    </>
  );
}

interface ChangeMeaningProps extends Pick<ColumnsProps, 'seen' | 'table'> {
  readonly column: UnderstoodColumnView;
  readonly onDone: () => void;
}

/** Says what the column means instead; the file is then read again by it. */
function ChangeMeaning({ seen, table, column: { column, meaning }, onDone }: ChangeMeaningProps) {
  const t = useText(messages);
  const say = useSaid();
  const [value, setValue] = useState(meaning ?? 'ignored');
  const mapping = useMapping(seen.id, onDone);
  const other = columnTaking(table, column, value);
  return (
    <Form
      className="rt-change"
      minor
      submit={t.save}
      change={mapping}
      ready={value !== meaning}
      onSubmit={() => mapping.mutate(mappingWith(seen.mapping, table, column, value))}
      actions={
        <button type="button" className="btn" onClick={onDone}>
          {t.cancel}
        </button>
      }
    >
      <select
        className="control"
        autoFocus
        aria-label={t.columnIs(column)}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      >
        {table.meanings.map((one) => (
          <option key={one.value} value={one.value}>
            {say(one, 'label')}
          </option>
        ))}
      </select>
      {other !== undefined && <p className="small strong">{t.givesWay(other)}</p>}
    </Form>
  );
}
