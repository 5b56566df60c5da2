import { Link } from 'wouter';
import type { BlockerView, MovementView, PaceView, StandingView } from '@thongvon/api-contract';
import { PROJECT_GROUP_NAMES, PROJECT_KIND_NAMES } from '@thongvon/kernel';
import { useFormats, usePreferences, useText } from '../../language';
import { Amount, DateText, RateBar, Unknown } from '../../shared';
import type { Column } from '../../shared/data-table';
import { MovementAmount, useMovementName } from '../../shared/reckoning';
import { SourceLink } from '../../shared/source/source-link';
import { BlockerMark } from './blocker-mark';
import { messages } from './messages';

/** In the order of the table. The name always stands first. */
export const COLUMN_KEYS = [
  'owner',
  'kind',
  'commune',
  'group',
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'weekChange',
  'rate',
  'bar',
  'shortfall',
  'blocker',
  'asOf',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** Where amounts are longer than so many characters these have no room, unless they are chosen. */
const LONG = 10;
const LEFT_OUT: readonly ColumnKey[] = ['completed', 'advance', 'bar'];

/** Shown unasked where the longest amount is written so. */
export const columnsFor = (amount: string): readonly ColumnKey[] =>
  amount.length > LONG ? DEFAULT_COLUMNS.filter((key) => !LEFT_OUT.includes(key)) : DEFAULT_COLUMNS;

const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  'planned',
  'disbursed',
  'completed',
  'advance',
  'weekChange',
  'rate',
  'bar',
  'shortfall',
  'blocker',
  'asOf',
];

interface ColumnsOf {
  readonly planYear: number;
  readonly asOf: string;
  readonly businessDay: string;
  readonly lastDay: string;
  readonly target: number | undefined;
  readonly blockers: ReadonlyMap<string, BlockerView>;
  /** Of the sum over all rows; what the column is called goes by it. */
  readonly movement: MovementView;
  /** The largest amount of the table, which the columns are as wide as. */
  readonly widest: string | null;
}

/** A column with what it is called where it is chosen. */
export type OverviewColumn = Column<StandingView> & {
  readonly key: ColumnKey | 'name';
  readonly name: string;
};

/** Every column that the table can have. */
export function useColumns(of: ColumnsOf) {
  const { planYear, asOf, businessDay, lastDay, target, blockers, movement, widest } = of;
  const t = useText(messages);
  const formats = useFormats();
  const movementName = useMovementName();
  const { language } = usePreferences();
  const figures = (title: string) => ({
    ...named(title),
    numeric: true,
    sortable: true,
    width: widthOf(formats.amount(widest)),
  });
  const number = (row: StandingView, field: 'planned' | 'disbursed') => (
    <SourceLink number={{ projectId: row.id, planYear, asOf, field }}>
      <Amount value={row[field]} reason={field === 'planned' ? 'no-plan' : row.reason} />
    </SourceLink>
  );
  const columns: readonly OverviewColumn[] = [
    {
      key: 'name',
      ...named(t.name),
      sortable: true,
      className: 'ov-c-name',
      render: (row) => <ProjectName row={row} />,
    },
    { key: 'owner', ...named(t.owner), width: '150px', render: ({ owner }) => owner.name ?? t.notKnown },
    {
      key: 'kind',
      ...named(t.kind),
      width: '120px',
      render: ({ kind }) => PROJECT_KIND_NAMES[kind][language],
    },
    { key: 'commune', ...named(t.commune), width: '110px', render: ({ commune }) => commune ?? t.notKnown },
    {
      key: 'group',
      ...named(t.group),
      width: '110px',
      render: ({ group }) => (group === null ? t.notKnown : PROJECT_GROUP_NAMES[group][language]),
    },
    {
      key: 'planned',
      ...figures(t.planned),
      className: 'ov-c-planned',
      render: (row) => number(row, 'planned'),
    },
    {
      key: 'disbursed',
      ...figures(t.disbursed),
      className: 'ov-c-disbursed',
      render: (row) => (
        <>
          {number(row, 'disbursed')}
          {row.planned !== null && <span className="ov-of" data-of={formats.amount(row.planned)} />}
        </>
      ),
    },
    {
      key: 'completed',
      ...figures(t.completed),
      name: t.completedName,
      className: 'ov-c-part',
      render: ({ completed }) => known(completed),
    },
    {
      key: 'advance',
      ...figures(t.advance),
      name: t.advanceName,
      className: 'ov-c-part',
      render: ({ advance }) => known(advance),
    },
    { key: 'remaining', ...figures(t.left), render: ({ remaining }) => known(remaining) },
    {
      key: 'weekChange',
      ...figures(movement.days === 7 ? t.week : t.change),
      name: movementName(movement),
      className: 'ov-c-week',
      render: (row) => <WeekChange row={row} whole={movement} />,
    },
    {
      key: 'rate',
      ...figures(t.rate),
      width: '62px',
      className: 'ov-c-rate',
      render: ({ rate, reason }) =>
        reason === 'no-plan' ? (
          <span className="muted">–</span>
        ) : rate === null ? (
          <Unknown reason={reason ?? 'not-applicable'} />
        ) : (
          <strong>{formats.rate(rate)}</strong>
        ),
    },
    {
      key: 'bar',
      title: target === undefined ? t.bar : `${t.bar} ${formats.rate(target, 0)}`,
      name: t.bar,
      width: '88px',
      className: 'ov-c-bar',
      render: ({ rate, reason }) =>
        reason !== 'no-plan' && (
          <RateBar
            rate={rate === null ? null : Number(rate)}
            targets={target === undefined ? [] : [target]}
          />
        ),
    },
    {
      key: 'shortfall',
      ...figures(t.shortfall(formats.shortDate(lastDay))),
      width: widthOf(formats.amount(widest), 84),
      name: t.shortfallName(formats.shortDate(lastDay)),
      className: 'ov-c-short',
      render: ({ shortfall, pace }) =>
        shortfall === '0' ? (
          <span className="muted">0</span>
        ) : (
          <Shortfall shortfall={shortfall} pace={pace} />
        ),
    },
    {
      key: 'blocker',
      ...named(t.blocker),
      width: '156px',
      className: 'ov-c-blocker',
      render: ({ id }) => <BlockerMark blocker={blockers.get(id)} businessDay={businessDay} />,
    },
    {
      key: 'asOf',
      ...named(t.figuresOf),
      sortable: true,
      width: '66px',
      className: 'ov-c-asof',
      render: (row) => <DateText date={row.asOf} ageDays={row.ageDays} short />,
    },
  ];
  return columns;
}

const named = (title: string) => ({ title, name: title });
/** Room for an amount written so, and for the heads of columns. */
const widthOf = (amount: string, least = 72): string =>
  `${Math.max(least, Math.ceil(amount.length * 7.5) + 13)}px`;

function known(amount: string | null) {
  return amount === null ? <span className="muted">–</span> : <Amount value={amount} />;
}

/** Finished projects no longer move; of others it is said when they stand. */
function WeekChange({ row, whole }: { readonly row: StandingView; readonly whole: MovementView }) {
  const t = useText(messages);
  const { movement, monthChange, remaining } = row;
  if (remaining === '0') return <span className="muted">{t.done}</span>;
  const isDated = movement.from !== whole.from || movement.to !== whole.to;
  return (
    <>
      <MovementAmount movement={movement} dated={isDated} />
      {monthChange === '0' && movement.value !== null && <span className="sub">{t.stood}</span>}
    </>
  );
}

/** Two lines of the name at most, whole in its title and in print; below it code and owner. */
function ProjectName({ row }: { readonly row: StandingView }) {
  const { id, code, name, owner } = row;
  return (
    <>
      <Link href={`/du-an/${id}`} className="ov-name" title={name}>
        {name}
      </Link>
      <span className="sub">
        {code !== null && <span className="n">{code}</span>}
        {code !== null && owner.name !== null && ' · '}
        {owner.name}
      </span>
    </>
  );
}

interface ShortfallProps {
  readonly shortfall: string | null;
  readonly pace: PaceView;
}

/** What won't be spent; where a report is too old to forecast by, its day instead. */
export function Shortfall({ shortfall, pace: { reason, since } }: ShortfallProps) {
  const t = useText(messages);
  const formats = useFormats();
  if (shortfall !== null) return <Amount value={shortfall} />;
  const isOld = reason === 'too-old' && since !== null;
  return <span className="muted">{isOld ? t.oldReport(formats.shortDate(since)) : '–'}</span>;
}
