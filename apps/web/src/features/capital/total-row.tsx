import type { ReckoningView, SliceTotalView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount, RateBar, Unknown } from '../../shared';
import { figureMark, MovementAmount } from '../../shared/reckoning';
import { type ColumnKey, type OverviewColumn, Shortfall } from './columns';
import { messages } from './messages';

interface TotalRowProps {
  readonly total: SliceTotalView;
  readonly columns: readonly OverviewColumn[];
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
    group: null,
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
  return (
    <tr className="total">
      {columns.map(({ key, numeric, className = '' }) =>
        key === 'name' ? (
          <th key={key} scope="row" className="ov-c-name">
            {cells[key]}
          </th>
        ) : (
          <td
            key={key}
            className={numeric ? `r n ${className}` : className}
            {...(numeric && figureMark(FIGURES[key] ?? key, reckoning))}
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
