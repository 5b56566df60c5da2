import { useQuery } from '@tanstack/react-query';
import { groupBy } from '@thongvon/kernel';
import type { ReminderGivenView, UnsentReturnView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { ErrorState } from '../../shared';
import { Reminded } from '../../shared/reminded';
import { messages } from './messages';
import { owedReturnsQuery } from './queries';

/** In one line what the reader's own office still has to send, and by when. Nothing where it owes nothing. */
export function OwedReturns() {
  const query = useQuery(owedReturnsQuery);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const weeks = [...groupBy(query.data?.items ?? [], ({ week }) => week)];
  if (weeks.length === 0) return null;
  return (
    <p className="rt-owed">
      {weeks.map(([week, owed]) => (
        <OwedOfWeek key={week} owed={owed} />
      ))}
    </p>
  );
}

function OwedOfWeek({ owed }: { readonly owed: readonly UnsentReturnView[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const [first] = owed;
  if (!first) return null;
  const kinds = owed.map(({ kind, sentBack }) => {
    const name = t[kind].toLowerCase();
    return sentBack === null ? name : t.owedAgain(name);
  });
  const [day = '', time = ''] = formats.instant(first.due).split(' ');
  const reminded = lastReminder(owed);
  return (
    <span>
      <span className={first.overdue ? 'alarm' : undefined}>
        <span className={first.overdue ? 'mk mk-over' : 'mk'} />
        {first.overdue
          ? t.owedPast(kinds.join(', '), formats.shortDate(first.week), time, day)
          : t.owedNow(kinds.join(', '), time, day)}
      </span>
      {reminded && (
        <span className="small muted">
          {' ('}
          <Reminded given={reminded} />)
        </span>
      )}
    </span>
  );
}

/** One mail a day tells a person of all that they owe. */
function lastReminder(owed: readonly UnsentReturnView[]): ReminderGivenView | undefined {
  return owed
    .flatMap(({ reminded }) => reminded ?? [])
    .toSorted((a, b) => b.on.localeCompare(a.on))
    .at(0);
}
