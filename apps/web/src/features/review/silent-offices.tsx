import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type {
  FrozenOrganizationView,
  ListedReturnView,
  ReminderGivenView,
  SnapshotView,
  UnsentReturnView,
} from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { QueryStates, Section } from '../../shared';
import { Reminded } from '../../shared/reminded';
import { lastWeekQuery } from '../../shared/week-picker';
import { messages } from './messages';
import { stillOwedQuery } from './queries';

/** Who owed a return of the week that was frozen last and had not sent it, and what came since. */
export function SilentOffices({ recent }: { readonly recent: readonly ListedReturnView[] }) {
  const t = useText(messages);
  const query = useQuery(lastWeekQuery);
  return (
    <QueryStates query={query}>
      {(week) =>
        week === null ? (
          <Section title={t.noWeek}>
            <p className="small muted">{t.noWeekWhat}</p>
          </Section>
        ) : (
          <Offices week={week} recent={recent} />
        )
      }
    </QueryStates>
  );
}

interface OfficesProps {
  readonly week: SnapshotView;
  readonly recent: readonly ListedReturnView[];
}

function Offices({ week, recent }: OfficesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const owed = useQuery(stillOwedQuery).data?.items ?? [];
  const late = week.organizations.filter(({ owes, state }) => owes && state !== 'reported');
  const day = formats.date(week.week);
  return (
    <Section title={late.length === 0 ? t.allSent(day) : t.silent(late.length, day)}>
      <ul className="rv-log">
        {late.map((office) => (
          <Office
            key={`${office.id} ${office.kind}`}
            office={office}
            came={cameSince(recent, office, week)}
            reminded={remindedOf(owed, office, week)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface OfficeProps {
  readonly office: FrozenOrganizationView;
  readonly came: ListedReturnView | undefined;
  readonly reminded: ReminderGivenView | undefined;
}

function Office({ office, came, reminded }: OfficeProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { name, kind, state, lastAsOf } = office;
  return (
    <li>
      <b>{name}</b>, {t[kind].toLowerCase()}:{' '}
      <span className={state === 'pending' || came ? '' : 'alarm'}>
        {state === 'reported' ? '' : state === 'silent' && came ? t.cameLate : t[`state-${state}`]}
      </span>
      <span className="sub">
        {came ? (
          <Link href={`/bao-cao/${came.id}`}>
            {t.since(t[came.status], formats.instant(came.approvedAt ?? came.submittedAt ?? came.receivedAt))}
          </Link>
        ) : lastAsOf === null ? (
          t.neverFigure
        ) : (
          t.lastFigure(formats.date(lastAsOf))
        )}
        {reminded && (
          <>
            {' · '}
            <Reminded given={reminded} />
          </>
        )}
      </span>
    </li>
  );
}

/** Undefined also once something has come: it is owed no longer. */
function remindedOf(
  owed: readonly UnsentReturnView[],
  { id, kind }: FrozenOrganizationView,
  { week }: SnapshotView,
): ReminderGivenView | undefined {
  const one = owed.find((all) => all.organization.id === id && all.kind === kind && all.week === week);
  return one?.reminded ?? undefined;
}

/** The list is the latest first. */
function cameSince(
  recent: readonly ListedReturnView[],
  { id, kind }: FrozenOrganizationView,
  { frozenAt }: SnapshotView,
): ListedReturnView | undefined {
  return recent.find(
    ({ organization, kinds, receivedAt, status }) =>
      organization.id === id &&
      kinds.includes(kind) &&
      status !== 'withdrawn' &&
      Date.parse(receivedAt) > Date.parse(frozenAt),
  );
}
