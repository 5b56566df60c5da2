import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useFormats, useText } from '../../language';
import { Section } from '../page';
import { GiveTask } from './give-task';
import { taskWeekQuery } from './queries';
import { TaskState } from './task-state';
import './tasks.css';
import { taskWords } from './words';

/** What became of last week's tasks, in a sentence that leads to them, and the sheet that gives another. */
export function LastWeeksTasks() {
  const t = useText(taskWords);
  const formats = useFormats();
  const week = useQuery(taskWeekQuery).data;
  if (week === undefined) return null;
  const { counts, earlier, everGiven, open: named } = week;
  const { given, done, doing, overdue, refused } = counts;
  const open = earlier.given - earlier.done;
  const more = given - done - named.length;
  const title =
    given > 0 ? t.lastWeek(given, done, doing, overdue, refused) : everGiven ? t.noneLastWeek : t.never;
  return (
    <Section title={title}>
      {named.length > 0 && (
        <ul className="tk-last">
          {named.map((task) => (
            <li key={task.id}>
              <Link href={`/viec-giao/${task.id}`}>{task.what}</Link>
              <span className="tk-last-state">
                <TaskState task={task} />
                <span className="muted">
                  {task.organization.name}, {t.dueOn(formats.shortDate(task.due))}
                  {task.project !== null && ` · ${task.project.name}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="small">{t.furtherOpen(more)}</p>}
      {open > 0 && <p className="small">{t.earlier(String(open), String(earlier.overdue))}</p>}
      <p className="tk-chips noprint">
        <GiveTask />
        {everGiven && (
          <Link href="/viec-giao" className="btn">
            {t.all}
          </Link>
        )}
      </p>
    </Section>
  );
}
