import { useState } from 'react';
import { Link } from 'wouter';
import type { AlertGrouping, AlertGroupView, AlertView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useUser } from '../../api/session';
import { useFormats, useSaid, useText, useUnitNames } from '../../language';
import { EmptyState, ListStates } from '../../shared';
import { actionsFor } from '../../shared/alerts/alert-actions';
import { AlertMark, AlertState, placeOf, WhyLink } from '../../shared/alerts/alert-mark';
import { type Column, DataTable } from '../../shared/data-table';
import { useFold, usePortion } from '../../shared/list/fold';
import { pickable, type Selection } from '../../shared/list/pickable';
import { messages } from './messages';
import { alertsQuery, type AlertsRequest, groupsQuery, useAlertsRequest } from './queries';

/** So many alerts are shown at once; the groups after them open by a click. On a phone an alert is a block of half its height. */
const OPENED = { desktop: 30, phone: 6 };
/** So many of a group, and so many groups, before a click shows more. */
const OF_GROUP = { desktop: 30, phone: 5 };
const GROUPS = { desktop: 50, phone: 15 };

interface GroupsProps {
  readonly week: string;
  readonly selection: Selection<AlertView>;
  readonly onOpen: (id: string) => void;
}

/** The alerts that are asked for, under what they have in common: the gravest and oldest first. */
export function Groups({ week, selection, onOpen }: GroupsProps) {
  const t = useText(messages);
  const { request, by } = useAlertsRequest();
  const list = useLongList(groupsQuery({ ...request, by }));
  const { shown, rest } = useFold(list, GROUPS);
  const most = usePortion(OPENED);
  return (
    <ListStates
      list={list}
      empty={
        <EmptyState title={t.nothingFound}>
          <p>{t.nothingFoundWhat}</p>
        </EmptyState>
      }
    >
      {() => (
        <>
          {shown.map((group, index) => (
            <Group
              key={group.rule ?? group.project?.id ?? ''}
              group={group}
              isFirstOpen={index === 0 || alertsUpTo(shown, index) <= most}
              {...{ week, selection, onOpen }}
            />
          ))}
          {rest}
        </>
      )}
    </ListStates>
  );
}

const alertsUpTo = (groups: readonly AlertGroupView[], last: number): number =>
  groups.slice(0, last + 1).reduce((sum, { alerts }) => sum + alerts, 0);

interface GroupProps extends GroupsProps {
  readonly group: AlertGroupView;
  readonly isFirstOpen: boolean;
}

function Group({ group, isFirstOpen, week, selection, onOpen }: GroupProps) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const { request } = useAlertsRequest();
  const [isOpen, setOpen] = useState(isFirstOpen);
  const { rule, project, severity, alerts, critical, urgent, oldest } = group;
  const name = say(group, 'title') ?? project?.name ?? t.offices;
  const own =
    rule !== null
      ? { rule }
      : project === null
        ? { about: 'organization' as const }
        : { projectId: project.id };
  return (
    <section className="sec als-group" aria-label={name}>
      <h2>
        <button type="button" className="als-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="als-turn" aria-hidden="true" />
          <AlertMark severity={severity} urgent={urgent > 0} />
          <b>{name}</b>
          <span className="muted">
            {t.count(alerts, critical)}, {t.since(formats.date(oldest))}
          </span>
        </button>
      </h2>
      {isOpen && (
        <GroupAlerts
          name={name}
          by={rule === null ? 'project' : 'rule'}
          request={{ ...request, ...own }}
          {...{ week, selection, onOpen }}
        />
      )}
    </section>
  );
}

interface GroupAlertsProps {
  readonly name: string;
  readonly by: AlertGrouping;
  readonly request: AlertsRequest;
  /** The latest week that was looked at: what it opened is new. */
  readonly week: string;
  readonly selection: Selection<AlertView>;
  readonly onOpen: (id: string) => void;
}

/** The alerts of a group, gravest and oldest first; closed ones the latest first. */
function GroupAlerts(props: GroupAlertsProps) {
  const { name, request } = props;
  const columns = useColumns(props);
  const list = useLongList(
    alertsQuery({ ...request, sort: request.state === 'closed' ? 'closed' : 'oldest' }),
  );
  const { shown, rest } = useFold(list, OF_GROUP);
  return (
    <ListStates list={list} empty={null}>
      {() => (
        <>
          <DataTable stacked caption={name} columns={columns(shown)} rows={shown} keyOf={({ id }) => id} />
          {rest}
        </>
      )}
    </ListStates>
  );
}

function useColumns({
  by,
  week,
  selection,
  onOpen,
}: GroupAlertsProps): (alerts: readonly AlertView[]) => Column<AlertView>[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const say = useSaid();
  const { role } = useUser();
  const nameOf = (alert: AlertView) => (by === 'rule' ? alert.subject.name : say(alert, 'title'));
  const picking = {
    ...selection,
    mayPick: ({ state }: AlertView) => actionsFor(role, state).length > 0,
    all: t.selectAll,
    one: (alert: AlertView) => t.select(nameOf(alert)),
  };
  return (alerts) => [
    pickable(alerts, picking, {
      key: 'subject',
      width: '24%',
      title: t.subject,
      render: (alert) => (
        <>
          <AlertMark severity={alert.severity} urgent={alert.urgent} />
          <Subject alert={alert} name={nameOf(alert)} />
          <span className="sub">{alert.organization.name}</span>
        </>
      ),
    }),
    {
      key: 'says',
      title: t.says,
      className: 'dt-wide',
      render: (alert) => (
        <>
          {say(alert, 'text')} <WhyLink alert={alert} onOpen={() => onOpen(alert.id)} />
        </>
      ),
    },
    {
      key: 'amount',
      name: t.amount,
      title: `${t.amount}, ${short}`,
      numeric: true,
      width: '8%',
      render: ({ amount }) => (amount === null ? '' : <b>{formats.amount(amount)}</b>),
    },
    {
      key: 'opened',
      title: t.opened,
      width: '11%',
      render: ({ openedOn, changedOn }) => (
        <>
          <span className="n">{formats.date(openedOn)}</span>
          {openedOn === week && <span className="sub strong">{t.isNew}</span>}
          {changedOn > openedOn && <span className="sub n">{t.changed(formats.shortDate(changedOn))}</span>}
        </>
      ),
    },
    {
      key: 'state',
      className: 'dt-wide',
      title: t.state,
      width: '18%',
      render: (alert) => <AlertState alert={alert} />,
    },
  ];
}

/** Leads to where it is mended; an office has no page. */
function Subject({ alert, name }: { readonly alert: AlertView; readonly name: string }) {
  const path = placeOf(alert);
  return path === undefined ? (
    <b>{name}</b>
  ) : (
    <Link href={path} className="project-link">
      {name}
    </Link>
  );
}
