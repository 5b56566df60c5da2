import { useQuery } from '@tanstack/react-query';
import type { MovedProjectView, SnapshotListItemView, WeekComparisonView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { type Messages, useFormats, useText, useUnitNames, withValues } from '../../language';
import { Amount, EmptyState, ListStates, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page';
import { ProjectLink } from '../../shared/links';
import { figureMark, ReckoningLine } from '../../shared/reckoning';
import { WeekPicker, weeksQuery } from '../../shared/week-picker';

/** Any two frozen weeks side by side, and what moved between them. */
export function ComparisonPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const weeks = useQuery(weeksQuery);
  return (
    <main id="main">
      <QueryStates query={weeks}>{({ items }) => <Comparison weeks={items} />}</QueryStates>
    </main>
  );
}

function Comparison({ weeks }: { readonly weeks: readonly SnapshotListItemView[] }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const find = (name: string, otherwise: number) =>
    weeks.find(({ week }) => week === value(name)) ?? weeks[otherwise];
  const [from, to] = [find('tu', 1), find('den', 0)];
  if (from === undefined || to === undefined)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneWhat}</p>
      </EmptyState>
    );
  return (
    <>
      <p className="tools noprint">
        <WeekPicker label={t.from} weeks={weeks} value={from.week} onChange={(tu) => set({ tu })} />
        <WeekPicker label={t.to} weeks={weeks} value={to.week} onChange={(den) => set({ den })} />
      </p>
      <MovedProjects from={from} to={to} />
    </>
  );
}

interface MovedProjectsProps {
  readonly from: SnapshotListItemView;
  readonly to: SnapshotListItemView;
}

/** The sum first, then each project that moved, largest change first. */
function MovedProjects({ from, to }: MovedProjectsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const list = useLongList(movedQuery(from.week, to.week));
  const compared = useQuery(comparedQuery(from.week, to.week));
  return (
    <>
      <QueryStates query={compared}>{(sums) => <Sums compared={sums} />}</QueryStates>
      <Section title={t.moved(formats.count(list.total))} end={long}>
        <ListStates list={list} empty={<EmptyState title={t.nothingMoved} />}>
          {(rows) => (
            <DataTable
              stacked
              caption={t.moved(formats.count(list.total))}
              columns={columns(t)}
              rows={rows}
              keyOf={({ project }) => project.id}
              onEnd={list.more}
            />
          )}
        </ListStates>
      </Section>
    </>
  );
}

/** What changed in all, from the figures of which day to those of which. */
function Sums({ compared: { from, to, movement, planChange, reckoning } }: SumsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const weeks = [formats.date(from.week), formats.date(to.week)] as const;
  const { value, since } = movement;
  const side = (one: typeof from) => ({ week: one.week, businessDay: one.week, asOf: one.week });
  return (
    <>
      <h1>
        {value === null ? (
          since === null ? (
            t.unknown(...weeks)
          ) : (
            t.nothingNewer(formats.shortDate(since), ...weeks)
          )
        ) : (
          <>
            <data {...figureMark(`change since the week of ${from.week}`, reckoning)}>
              {formats.change(value)}
            </data>{' '}
            {t.finding(short, ...weeks)}
          </>
        )}
      </h1>
      <ReckoningLine reckoning={reckoning} />
      <p className="muted">
        {movement.from !== null &&
          movement.to !== null &&
          `${t.figures(formats.shortDate(movement.from), formats.shortDate(movement.to), movement.days ?? 0)} `}
        {from.rate !== null && to.rate !== null && (
          <>
            {t.rate} <data {...figureMark('rate', side(from))}>{formats.percent(from.rate)}</data> {t.then}{' '}
            <data {...figureMark('rate', side(to))}>{formats.percent(to.rate)}</data>.
          </>
        )}
        {planChange !== null && planChange !== '0' && (
          <>
            {' '}
            {t.planChange}{' '}
            <data {...figureMark(`plan change since the week of ${from.week}`, reckoning)}>
              {formats.change(planChange)}
            </data>{' '}
            {short}.
          </>
        )}
      </p>
    </>
  );
}

interface SumsProps {
  readonly compared: WeekComparisonView;
}

type Words = ReturnType<typeof useText<typeof messages>>;

const columns = (t: Words): readonly Column<MovedProjectView>[] => [
  {
    key: 'project',
    title: t.project,
    render: ({ project }) => <ProjectLink project={project} />,
  },
  {
    key: 'planned',
    title: t.planned,
    numeric: true,
    width: '120px',
    render: ({ planned, plannedBefore }) =>
      planned === plannedBefore ? (
        <Amount value={planned} reason="no-plan" />
      ) : (
        <>
          <s className="muted">
            <Amount value={plannedBefore} reason="no-plan" />
          </s>{' '}
          <Amount value={planned} reason="no-plan" />
        </>
      ),
  },
  {
    key: 'before',
    title: t.before,
    numeric: true,
    width: '110px',
    render: ({ disbursedBefore }) => <Amount value={disbursedBefore} />,
  },
  {
    key: 'after',
    title: t.after,
    numeric: true,
    width: '110px',
    render: ({ disbursed }) => <Amount value={disbursed} />,
  },
  {
    key: 'change',
    title: t.change,
    numeric: true,
    width: '100px',
    render: ({ change }) => <strong>{change === null ? '–' : <Amount value={change} change />}</strong>,
  },
  {
    key: 'blockers',
    title: t.blockers,
    width: '140px',
    render: ({ blockersOpened, blockersClosed }) =>
      [
        ...(blockersOpened > 0 ? [t.opened(blockersOpened)] : []),
        ...(blockersClosed > 0 ? [t.closed(blockersClosed)] : []),
      ].join(', '),
  },
];

const movedQuery = (from: string, to: string) =>
  longList<MovedProjectView>(['snapshots', 'comparison'], '/api/snapshots/comparison', { from, to });

/** The sums of both weeks, and what changed. */
const comparedQuery = (from: string, to: string) =>
  getQuery<WeekComparisonView>(
    ['snapshots', 'comparison', 'sums', from, to],
    '/api/snapshots/comparison/sums',
    { from, to },
  );

const messages = {
  pageTitle: { vi: 'So sánh tuần', en: 'Week comparison' },
  from: { vi: 'Từ tuần chốt', en: 'From the week of' },
  to: { vi: 'đến tuần chốt', en: 'to the week of' },
  finding: withValues(
    '{unit} từ tuần chốt {from} đến tuần chốt {to}',
    '{unit} from the week of {from} to that of {to}',
  ),
  nothingNewer: withValues(
    'Chưa có số liệu mới từ {since}: hai tuần chốt {from} và {to} dùng cùng số liệu',
    'Nothing newer since {since}: the weeks of {from} and {to} have the same figures',
  ),
  unknown: withValues(
    'Chưa đủ số liệu để so sánh hai tuần chốt {from} và {to}',
    'Too little is known to compare the weeks of {from} and {to}',
  ),
  figures: {
    vi: (from: string, to: string, days: number) =>
      from === to ? `Đính chính số liệu ngày ${to}.` : `Theo số liệu ngày ${from} và ${to} (${days} ngày).`,
    en: (from: string, to: string, days: number) =>
      from === to
        ? `A correction of the figures of ${to}.`
        : `By the figures of ${from} and ${to} (${days} days).`,
  },
  rate: { vi: 'Tỷ lệ giải ngân', en: 'Rate' },
  then: { vi: 'thành', en: 'then' },
  planChange: { vi: 'Kế hoạch thay đổi', en: 'The plan changed by' },
  moved: withValues('{} dự án có thay đổi', '{} projects changed'),
  project: { vi: 'Dự án', en: 'Project' },
  planned: { vi: 'Kế hoạch', en: 'Plan' },
  before: { vi: 'Giải ngân trước', en: 'Disbursed before' },
  after: { vi: 'Giải ngân sau', en: 'Disbursed after' },
  change: { vi: 'Thay đổi', en: 'Change' },
  blockers: { vi: 'Vướng mắc', en: 'Blockers' },
  opened: withValues('+{} mới', '+{} new'),
  closed: withValues('{} đã xong', '{} closed'),
  none: { vi: 'Chưa có hai tuần chốt để so sánh', en: 'No two frozen weeks to compare yet' },
  noneWhat: {
    vi: 'Số liệu được chốt 7:00 sáng thứ Sáu hằng tuần. Khi có hai tuần chốt, trang này cho biết cái gì đã thay đổi.',
    en: 'Figures are frozen each Friday at 7:00. Once there are two weeks, this page says what moved.',
  },
  nothingMoved: {
    vi: 'Không dự án nào thay đổi giữa hai tuần này',
    en: 'No project changed between these weeks',
  },
} satisfies Messages;
