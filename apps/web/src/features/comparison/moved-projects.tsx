import type { MovedProjectView, SnapshotListItemView } from '@thongvon/contracts';
import { useLongList } from '../../api/long-list';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, EmptyState, ListStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { ProjectLink } from '../../shared/project-link';
import { messages } from './messages';
import { movedQuery } from './queries';

interface MovedProjectsProps {
  readonly from: SnapshotListItemView;
  readonly to: SnapshotListItemView;
}

/** The sum first, then each project that moved, largest change first. */
export function MovedProjects({ from, to }: MovedProjectsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long, short } = useUnitNames();
  const list = useLongList(movedQuery(from.week, to.week));
  const change = difference(to.disbursed, from.disbursed);
  const planChange = difference(to.planned, from.planned);
  return (
    <>
      <h1>
        {t.finding(
          change === null ? '–' : `${formats.change(change)} ${short}`,
          formats.date(from.week),
          formats.date(to.week),
        )}
      </h1>
      <p className="muted">
        {from.rate !== null &&
          to.rate !== null &&
          t.rates(formats.percent(from.rate), formats.percent(to.rate))}
        {planChange !== null &&
          planChange !== '0' &&
          `. ${t.planChange(`${formats.change(planChange)} ${short}`)}`}
      </p>
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

type Words = ReturnType<typeof useText<typeof messages>>;

const columns = (t: Words): readonly Column<MovedProjectView>[] => [
  {
    key: 'project',
    title: t.project,
    name: t.project,
    render: ({ project }) => <ProjectLink project={project} />,
  },
  {
    key: 'planned',
    title: t.planned,
    name: t.planned,
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
    name: t.before,
    numeric: true,
    width: '110px',
    render: ({ disbursedBefore }) => <Amount value={disbursedBefore} />,
  },
  {
    key: 'after',
    title: t.after,
    name: t.after,
    numeric: true,
    width: '110px',
    render: ({ disbursed }) => <Amount value={disbursed} />,
  },
  {
    key: 'change',
    title: t.change,
    name: t.change,
    numeric: true,
    width: '100px',
    render: ({ change }) => <strong>{change === null ? '–' : <Amount value={change} change />}</strong>,
  },
  {
    key: 'blockers',
    title: t.blockers,
    name: t.blockers,
    width: '140px',
    render: ({ blockersOpened, blockersClosed }) =>
      [
        ...(blockersOpened > 0 ? [t.opened(blockersOpened)] : []),
        ...(blockersClosed > 0 ? [t.closed(blockersClosed)] : []),
      ].join(', '),
  },
];

function difference(after: string | null, before: string | null): string | null {
  return after === null || before === null ? null : (BigInt(after) - BigInt(before)).toString();
}
