import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReminderGivenView, UnsentReturnView } from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';
import { address } from '../../api/client';
import { officesQuery } from '../../api/offices';
import { useUser } from '../../api/session';
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
  const kinds = owed.map(({ kind, cameBack }) => {
    const name = t[kind].toLowerCase();
    return cameBack === null ? name : t[`owed-${cameBack}`](name);
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

const BLANKS = ['disbursement', 'land-clearance'] as const;

/** Blank returns: a sender's own; the finance office, which sends no such return, chooses whose. */
export function Blank() {
  const t = useText(messages);
  const isSender = useUser().role === 'reporter';
  return (
    <div className="rt-blank">
      <h2>{t.blank}</h2>
      <p className="small muted">{isSender ? t.blankWhat : t.blankWhatOf}</p>
      {isSender ? <Downloads /> : <OfOffices />}
    </div>
  );
}

function OfOffices() {
  const t = useText(messages);
  const { data } = useQuery(officesQuery);
  const [chosen, setChosen] = useState<string>();
  const offices = (data?.items ?? []).filter(({ reports, effectiveTo }) => reports && effectiveTo === null);
  const office = chosen ?? offices[0]?.id;
  if (office === undefined) return null;
  return (
    <>
      <select
        className="control"
        aria-label={t.office}
        value={office}
        onChange={({ target }) => setChosen(target.value)}
      >
        {offices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Downloads organizationId={office} />
    </>
  );
}

function Downloads({ organizationId }: { readonly organizationId?: string }) {
  const t = useText(messages);
  return BLANKS.map((kind) => (
    <a key={kind} className="btn" href={address('/api/blank-return', { kind, organizationId })} download>
      {t.blankOf(t[kind])}
    </a>
  ));
}
