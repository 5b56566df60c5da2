import { formatPlainDate } from '@thongvon/kernel';
import type { KnownTask } from '@thongvon/tasks';
import type { WeekMaterial } from '../../domain/within-scope';
import { openTask } from '../../domain/week-tasks';

/** A row of the table of tasks: what it is, whose, how far, and the last words of it. */
export interface TaskTableRow {
  readonly given: string;
  readonly what: string;
  readonly project: string | null;
  readonly organization: string;
  readonly person: string | null;
  readonly due: string;
  readonly daysOverdue: number;
  readonly dueMoves: number;
  readonly state: string;
  readonly lastText: string | null;
}

const STATES: Readonly<Record<KnownTask['state'], string>> = {
  assigned: 'chưa nhận việc',
  accepted: 'đang làm',
  reported: 'đã báo lại, chờ xác nhận',
  confirmed: 'xong, đã xác nhận',
  refused: 'đơn vị từ chối',
  withdrawn: 'đã thu hồi',
};

/** All tasks of the week, also those done, then what is left of earlier weeks. */
export function taskRows({ now, tasks }: WeekMaterial): TaskTableRow[] {
  if (tasks === undefined) return [];
  const rowsOf = (all: readonly KnownTask[], given: string): TaskTableRow[] =>
    all.map((task) => {
      const { what, project, organization, person, due, daysOverdue, dueMoves, state, lastText } = openTask(
        task,
        now.week,
      );
      return {
        given,
        what,
        project,
        organization,
        person,
        due,
        daysOverdue,
        dueMoves,
        state: STATES[state],
        lastText,
      };
    });
  return [
    ...rowsOf(tasks.given, `tuần chốt ${formatPlainDate(now.week)}`),
    ...rowsOf(tasks.earlier, 'trước đó'),
  ];
}
