import type { ReckoningView, SliceTotalView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount, RateBar, Unknown } from '../../shared';
import { figureMark, MovementAmount } from '../../shared/reckoning';
import { type ColumnKey, Shortfall } from './columns';
import { messages } from './messages';

interface TotalRowProps {
  readonly total: SliceTotalView;
  readonly columns: readonly (ColumnKey | 'name')[];
  readonly blocked: number | undefined;
  readonly target: number | undefined;
  /** Of the sum over all projects; of a slice, which has other numbers by the same names, none. */
  readonly reckoning: ReckoningView | undefined;
}

/** The sum over the planned projects that the filters leave. */
export function TotalRow({ total, columns, blocked, target, reckoning }: TotalRowProps) {
  const t = useText(messages);
  const formats = useFormats();
  const amount = (value: string | null) => (value === null ? '–' : <Amount value={value} />);
  const cells: Readonly<Record<ColumnKey | 'name', React.ReactNode>> = {
    name: t.projects(formats.count(total.projects)),
    owner: null,
    kind: null,
    commune: null,
    planned: amount(total.planned),
    disbursed: (
      <>
        {amount(total.disbursed)}
        <span className="ov-of" data-of={formats.amount(total.planned)} />
      </>
    ),
    completed: amount(total.completed),
    advance: amount(total.advance),
    remaining: amount(total.remaining),
    weekChange: <MovementAmount movement={total.movement} />,
    rate:
      total.rate === null ? (
        total.reason === 'not-split' ? (
          <Unknown reason="not-split" />
        ) : (
          '–'
        )
      ) : (
        formats.rate(total.rate)
      ),
    bar: (
      <RateBar
        rate={total.rate === null ? null : Number(total.rate)}
        targets={target === undefined ? [] : [target]}
      />
    ),
    shortfall: <Shortfall shortfall={total.shortfall} pace={total.pace} />,
    blocker: blocked !== undefined && blocked > 0 && t.blocked(blocked),
    asOf: null,
  };
  const numeric: readonly string[] = [
    'planned',
    'disbursed',
    'completed',
    'advance',
    'remaining',
    'weekChange',
    'rate',
    'shortfall',
  ];
  return (
    <tr className="total">
      {columns.map((key) =>
        key === 'name' ? (
          <th key={key} scope="row" className="ov-c-name">
            {cells[key]}
          </th>
        ) : (
          <td
            key={key}
            className={`${numeric.includes(key) ? 'r n ' : ''}ov-c-${CLASS[key] ?? key}`}
            {...(numeric.includes(key) && figureMark(FIGURES[key] ?? key, reckoning))}
          >
            {cells[key]}
          </td>
        ),
      )}
    </tr>
  );
}

/** The names of numbers that are called otherwise than their column. */
const FIGURES: Partial<Record<ColumnKey, string>> = { weekChange: 'change' };

const CLASS: Partial<Record<ColumnKey, string>> = {
  completed: 'part',
  advance: 'part',
  weekChange: 'week',
  shortfall: 'short',
  asOf: 'asof',
};
