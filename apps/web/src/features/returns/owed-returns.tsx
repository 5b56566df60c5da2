import { useQuery } from '@tanstack/react-query';
import { groupBy } from '@thongvon/kernel';
import type { UnsentReturnView } from '@thongvon/contracts';
import { useFormats, useText } from '../../language';
import { ErrorState } from '../../shared';
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
  return first.overdue ? (
    <span className="alarm">
      <span className="mk mk-over" />
      {t.owedPast(kinds.join(', '), formats.shortDate(first.week), time, day)}
    </span>
  ) : (
    <span>
      <span className="mk" />
      {t.owedNow(kinds.join(', '), time, day)}
    </span>
  );
}
