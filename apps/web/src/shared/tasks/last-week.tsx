import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useText } from '../../language';
import { Section } from '../page';
import { GiveTask } from './give-task';
import { taskWeekQuery } from './queries';
import { taskWords } from './words';

/** What became of last week's tasks, in a sentence that leads to them, and the sheet that gives another. */
export function LastWeeksTasks() {
  const t = useText(taskWords);
  const week = useQuery(taskWeekQuery).data;
  if (week === undefined) return null;
  const { counts, earlier, everGiven } = week;
  const { given, done, doing, overdue, refused } = counts;
  const open = earlier.given - earlier.done;
  const title =
    given > 0 ? t.lastWeek(given, done, doing, overdue, refused) : everGiven ? t.noneLastWeek : t.never;
  return (
    <Section title={title}>
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
