import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import type { SheetWindowView, WindowRowView } from '@thongvon/api-contract';
import type { AmountUnit, ReturnKind } from '@thongvon/kernel';
import { useText } from '../../../language';
import { QueryStates, Section } from '../../../shared';
import { ScrollFrame } from '../../../shared/data-table';
import { Form } from '../../../shared/form/form';
import { useDraft } from '../../../shared/form/reason-form';
import { tableWords, useMeaningName } from '../../../shared/meanings';
import { type SeenReturn, sheetQuery } from '../queries';
import '../sheet-picture.css';
import {
  type Draft,
  draftOf,
  exampleOf,
  headerWith,
  meaningsOf,
  missingIn,
  tablesWith,
} from './describe-table';
import './mapping.css';
import { messages, missing as missingWords } from './messages';
import { useMapping } from './use-mapping';

const KINDS: readonly ReturnKind[] = ['disbursement', 'plan', 'treasury', 'land-clearance'];
const UNITS: readonly AmountUnit[] = ['dong', 'thousand-dong', 'million-dong', 'billion-dong'];

interface TableEditorProps {
  readonly seen: SeenReturn;
  /** It has been read by what was said, or need not be. */
  readonly onDone: () => void;
}

/** The sender says where the table of a sheet is and what its columns are; the return is then read by it. */
export function TableEditor({ seen, onDone }: TableEditorProps) {
  const t = useText(messages);
  const sheets = useMemo(() => [...new Set(seen.sheets.map(({ name }) => name))], [seen.sheets]);
  const [sheet, setSheet] = useState(() => seen.mapping[0]?.sheet ?? sheets[0] ?? '');
  const choose = (
    <label>
      {t.sheet}
      <select className="control" value={sheet} onChange={(event) => setSheet(event.target.value)}>
        {sheets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section
      title={t.title}
      end={
        seen.status === 'failed' ? undefined : (
          <button type="button" className="link" onClick={onDone}>
            {t.close}
          </button>
        )
      }
    >
      <p className="small muted">{t.intro}</p>
      <SheetEditor key={sheet} seen={seen} sheet={sheet} choose={choose} onDone={onDone} />
    </Section>
  );
}

interface SheetEditorProps extends TableEditorProps {
  readonly sheet: string;
  readonly choose: ReactNode;
}

function SheetEditor({ seen, sheet, choose, onDone }: SheetEditorProps) {
  const t = useText(messages);
  const words = useText(tableWords);
  const lacking = useText(missingWords);
  const window = useQuery(sheetQuery(seen.id, sheet));
  const [kept, setKept] = useDraft(`table:${seen.id}:${sheet}`);
  const draft = useMemo(
    () => (kept === '' ? draftOf(seen, sheet) : (JSON.parse(kept) as Draft)),
    [kept, seen, sheet],
  );
  const change = (changes: Partial<Draft>) => setKept(JSON.stringify({ ...draft, ...changes }));
  const mapping = useMapping(seen.id, () => {
    setKept('');
    onDone();
  });
  const say = (column: string, meaning: string) => {
    const { [column]: _before, ...others } = draft.meanings;
    change({ meanings: meaning === '' ? others : { ...others, [column]: meaning } });
  };
  const missing = missingIn(draft);
  return (
    <Form
      className="rt-map"
      submit={t.read}
      change={mapping}
      ready={missing === undefined}
      onSubmit={() => mapping.mutate(tablesWith(seen.mapping, sheet, draft))}
      actions={
        <>
          {seen.mapping.some((table) => table.sheet === sheet) && (
            <button
              type="button"
              className="btn"
              disabled={mapping.isPending}
              onClick={() => mapping.mutate(tablesWith(seen.mapping, sheet, null))}
            >
              {t.remove}
            </button>
          )}
          <span role="status" className={missing === undefined ? 'small muted' : 'small strong'}>
            {missing === undefined ? t.more : lacking[missing]}
          </span>
        </>
      }
    >
      <div className="tools rt-map-tools">
        {choose}
        <label>
          {t.kind}
          <select
            className="control"
            value={draft.kind}
            onChange={(event) => change({ kind: event.target.value as ReturnKind })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.unit}
          <select
            className="control"
            value={draft.unit ?? ''}
            onChange={(event) =>
              change({ unit: event.target.value === '' ? null : (event.target.value as AmountUnit) })
            }
          >
            <option value="">{t.unitStated}</option>
            {UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {words[unit]}
              </option>
            ))}
          </select>
        </label>
        <output className={draft.header === null ? 'muted' : 'strong'}>
          {draft.header === null ? t.headerNone : t.header(...draft.header)}
        </output>
      </div>
      <QueryStates query={window} what={t.loading}>
        {(shown) => (
          <>
            <SheetGrid
              window={shown}
              draft={draft}
              onRow={(row) => change({ header: headerWith(draft.header, row) })}
              onMeaning={say}
            />
            <Example rows={shown.rows} draft={draft} />
          </>
        )}
      </QueryStates>
    </Form>
  );
}

/** The description at work, while it is made. */
function Example({ rows, draft }: { readonly rows: readonly WindowRowView[]; readonly draft: Draft }) {
  const t = useText(messages);
  const nameOf = useMeaningName();
  const example = exampleOf(rows, draft);
  if (example === undefined) return null;
  return (
    <p className="rt-example" role="status">
      {t.example(example.row)}{' '}
      {example.parts.map(([meaning, text], i) => (
        <Fragment key={`${meaning} ${String(i)}`}>
          {i > 0 && '; '}
          {nameOf(meaning)} <b>{text}</b>
        </Fragment>
      ))}
    </p>
  );
}

interface SheetGridProps {
  readonly window: SheetWindowView;
  readonly draft: Draft;
  readonly onRow: (row: number) => void;
  readonly onMeaning: (column: string, meaning: string) => void;
}

/** The top of a sheet as a table: its row numbers choose the header, a choice over each column says what it means. */
function SheetGrid({ window, draft, onRow, onMeaning }: SheetGridProps) {
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
