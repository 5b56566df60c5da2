import { Link } from 'wouter';
import type { AlertGrouping, AlertView } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText, useUnitNames } from '../../language';
import { ListStates } from '../../shared';
import { AlertMark, AlertState, actionsFor, placeOf, WhyLink } from '../../shared/alerts';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { alertsQuery, type AlertsRequest } from './queries';
import type { Selection } from './selection';

interface GroupAlertsProps {
  readonly name: string;
  readonly by: AlertGrouping;
  readonly request: AlertsRequest;
  /** The latest week that was looked at: what it opened is new. */
  readonly week: string;
  readonly selection: Selection;
  readonly onOpen: (id: string) => void;
}

/** The alerts of a group, gravest and oldest first; closed ones the latest first. */
export function GroupAlerts(props: GroupAlertsProps) {
  const { name, request } = props;
  const columns = useColumns(props);
  const list = useLongList(
    alertsQuery({ ...request, sort: request.state === 'closed' ? 'closed' : 'oldest' }),
  );
  return (
    <ListStates list={list} empty={null}>
      {(alerts) => (
        <DataTable
          stacked
          caption={name}
          columns={columns(alerts)}
          rows={alerts}
          keyOf={({ id }) => id}
          onEnd={list.more}
        />
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
  const { language } = usePreferences();
  const { role } = useUser();
  const vi = language === 'vi';
  const canDo = ({ state }: AlertView) => actionsFor(role, state).length > 0;
  const nameOf = ({ title, titleEn, subject }: AlertView) =>
    by === 'rule' ? subject.name : vi ? title : titleEn;
  return (alerts) => {
    const doable = alerts.filter(canDo);
    return [
      {
        key: 'subject',
        name: t.subject,
        width: '24%',
        title:
          doable.length === 0 ? (
            t.subject
          ) : (
            <label className="als-pick">
              <input
                type="checkbox"
                aria-label={t.selectAll}
                checked={doable.every(({ id }) => selection.has(id))}
                onChange={({ target }) => selection.set(doable, target.checked)}
              />
              <span className="als-head-word">{t.subject}</span>
              <span className="als-all">{t.selectAll}</span>
            </label>
          ),
        render: (alert) => (
          <div className="als-pick">
            {canDo(alert) && (
              <input
                type="checkbox"
                aria-label={t.select(nameOf(alert))}
                checked={selection.has(alert.id)}
                onChange={({ target }) => selection.set([alert], target.checked)}
              />
            )}
            <span>
              <AlertMark severity={alert.severity} urgent={alert.urgent} />
              <Subject alert={alert} name={nameOf(alert)} />
              <span className="sub">{alert.organization.name}</span>
            </span>
          </div>
        ),
      },
      {
        key: 'says',
        name: t.says,
        title: t.says,
        className: 'dt-wide',
        render: (alert) => (
          <>
            {vi ? alert.text : alert.textEn} <WhyLink alert={alert} onOpen={() => onOpen(alert.id)} />
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
        name: t.opened,
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
        name: t.state,
        title: t.state,
        width: '18%',
        render: (alert) => <AlertState alert={alert} />,
      },
    ];
  };
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
