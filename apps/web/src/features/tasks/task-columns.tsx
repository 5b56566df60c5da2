import { Link } from 'wouter';
import type { TaskView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import type { Column } from '../../shared/data-table';
import { ProjectLink } from '../../shared/links';
import { DueNotes, TaskState } from '../../shared/tasks/task-state';
import { messages } from './messages';

/** What lists show of each task. */
export function useTaskColumns(): Column<TaskView>[] {
  const t = useText(messages);
  const formats = useFormats();
  return [
    {
      key: 'what',
      title: t.what,
      render: ({ id, what, state }) => (
        <Link href={`/viec-giao/${id}`} className={state === 'withdrawn' ? 'strong tk-withdrawn' : 'strong'}>
          {what}
        </Link>
      ),
      sub: ({ project }) => project !== null && <ProjectLink project={project} />,
    },
    {
      key: 'who',
      title: t.who,
      render: ({ organization }) => organization.name,
      sub: ({ person }) => person,
    },
    { key: 'state', title: t.state, render: (task) => <TaskState task={task} /> },
    {
      key: 'due',
      title: t.due,
      render: ({ due }) => <span className="n">{formats.date(due)}</span>,
      sub: (task) => <DueNotes task={task} />,
    },
    {
      key: 'last',
      title: t.last,
      className: 'dt-wide',
      render: ({ lastText }) => lastText ?? <span className="muted">–</span>,
    },
  ];
}
