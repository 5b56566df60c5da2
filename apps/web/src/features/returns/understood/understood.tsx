import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type {
  CellView,
  SettledQuestionView,
  UnderstandingView,
  UnderstoodFactView,
  UnderstoodTableView,
} from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';
import { useSaid, useText } from '../../../language';
import { QueryStates, Section } from '../../../shared';
import { SheetPicture } from '../sheet-picture';
import { nameColumn } from '../shown-columns';
import type { SeenReturn } from '../queries';
import { understandingQuery } from '../queries';
import { Columns } from './columns';
import { messages } from './messages';
import { Cells, type OnCell, Proofs } from './proofs';
import './understood.css';

interface UnderstoodProps {
  readonly seen: SeenReturn;
  /** The reader's own return, which can still be answered. */
  readonly canChange: boolean;
}

/** What the system took the file for, with its cells, and what agrees: the same for who sends it and who approves it. */
export function Understood({ seen, canChange }: UnderstoodProps) {
  const t = useText(messages);
  const say = useSaid();
  const query = useQuery(understandingQuery(seen));
  return (
    <QueryStates query={query}>
      {(understanding) => (
        <Section title={t.title} className="rt-understood">
          <p className="rt-sum">{say(understanding, 'headline')}</p>
          {understanding.isKnown && (
            <Shown key={seen.etag} seen={seen} understanding={understanding} canChange={canChange} />
          )}
        </Section>
      )}
    </QueryStates>
  );
}

function Shown({
  seen,
  understanding,
  canChange,
}: UnderstoodProps & { readonly understanding: UnderstandingView }) {
  const [shown, setShown] = useState<CellView>();
  const show = (cell: CellView) =>
    setShown((now) => (now?.sheet === cell.sheet && now.cell === cell.cell ? undefined : cell));
  const picture = useRef<HTMLDivElement>(null);
  // The picture is below all that leads to it.
  useEffect(() => {
    if (!shown) return;
    picture.current?.focus({ preventScroll: true });
    picture.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  const { facts, proofs, tables, leftOut, settled } = understanding;
  return (
    <>
      <Facts facts={[...facts, ...leftOut]} onCell={show} />
      <Proofs proofs={proofs} onCell={show} />
      {tables.map((table) => (
        <Table
          key={`${table.sheet} ${table.range}`}
          seen={seen}
          table={table}
          canChange={canChange}
          onCell={show}
        />
      ))}
      {settled.length > 0 && <Settled settled={settled} onCell={show} />}
      {shown && (
        <div ref={picture} className="rt-understood-picture" tabIndex={-1}>
          <SheetPicture
            returnId={seen.id}
            sheet={shown.sheet}
            cell={shown.cell}
            isAlarm={false}
            names={nameColumn(seen, shown.sheet)}
          />
        </div>
      )}
    </>
  );
}

interface TableProps extends UnderstoodProps {
  readonly table: UnderstoodTableView;
  readonly onCell: OnCell;
}

function Table({ seen, table, canChange, onCell }: TableProps) {
  const t = useText(messages);
  const say = useSaid();
  const { sheet, facts, columns, proofs } = table;
  const isClear = seen.status !== 'needs-attention';
  return (
    <div className="rt-understood-table">
      <h3>
        {t.table(sheet)} <span className="muted">{say(table, 'title')}</span>
      </h3>
      <Facts facts={facts} onCell={onCell} />
      <Proofs proofs={proofs} onCell={onCell} />
      <details open={isClear}>
        <summary>{t.columns(columns.filter(({ isRead }) => isRead).length, columns.length)}</summary>
        <Columns seen={seen} table={table} canChange={canChange} onCell={onCell} />
      </details>
    </div>
  );
}

/** Facts of one name stand below each other, the name once. */
function Facts({
  facts,
  onCell,
}: {
  readonly facts: readonly UnderstoodFactView[];
  readonly onCell: OnCell;
}) {
  const say = useSaid();
  return (
    <dl className="rt-facts">
      {[...groupBy(facts, ({ label }) => label)].map(([label, same]) => (
        <div key={label}>
          <dt>{same[0] && say(same[0], 'label')}</dt>
          {same.map((fact) => (
            <dd key={`${fact.about} ${fact.value}`}>
              <b className={fact.isOpen ? 'alarm' : undefined}>{say(fact, 'value')}</b>{' '}
              <span className="small muted">
                <Cells cells={fact.cells} onCell={onCell} />
                {fact.text !== null && ` “${fact.text}”`}
                {fact.basis !== null && ` ${say(fact, 'basis') ?? ''}`}
              </span>
              <Proofs proofs={fact.proofs} onCell={onCell} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

interface SettledProps {
  readonly settled: readonly SettledQuestionView[];
  readonly onCell: OnCell;
}

/** What would have been asked, had the table not said it. */
function Settled({ settled, onCell }: SettledProps) {
  const t = useText(messages);
  const say = useSaid();
  return (
    <details className="rt-settled">
      <summary>{t.settled(settled.length)}</summary>
      <ul>
        {settled.map((one) => (
          <li key={`${one.question} ${one.answer}`}>
            <p className="small muted">
              {say(one, 'question')} <Cells cells={one.cells} onCell={onCell} />
            </p>
            <p className="strong">{say(one, 'answer')}</p>
            <Proofs proofs={one.proofs} onCell={onCell} />
            {one.rejected.map((other) => (
              <p key={other.label} className="small muted">
                {other.because === null
                  ? t.notThat(say(other, 'label'))
                  : t.against(say(other, 'label'), say(other, 'because') ?? '')}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
