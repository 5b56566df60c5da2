import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useLocationProperty } from 'wouter/use-browser-location';
import type { AlertDetailView, AlertEventView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, useMoney, useSaid, useText } from '../../language';
import '../dock.css';
import { Drawer } from '../drawer';
import { QueryStates, Refusal, Section } from '../page';
import { ActionForm, type ActionName, actionsFor, useAction } from './alert-actions';
import { AlertMark, AlertState } from './alert-mark';
import { Explanation } from './explanation';
import { alertEvents, messages } from './messages';
import { alertQuery } from './queries';

interface AlertDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One alert: what it says, why, what can be done about it, and all that has happened to it. */
export function AlertDrawer({ id, onClose }: AlertDrawerProps) {
  const t = useText(messages);
  const say = useSaid();
  const alert = useQuery(alertQuery(id));
  useLeft(onClose);
  return (
    <Drawer title={alert.data === undefined ? t.why : say(alert.data, 'title')} onClose={onClose}>
      <QueryStates query={alert}>{(data) => <Alert alert={data} />}</QueryStates>
    </Drawer>
  );
}

/** Calls back when a link has led to another part of the page behind. */
function useLeft(onLeft: () => void): void {
  const place = useLocationProperty(() => window.location.pathname + window.location.hash);
  const [openedAt] = useState(place);
  useEffect(() => {
    if (place !== openedAt) onLeft();
  }, [place, openedAt, onLeft]);
}

function Alert({ alert }: { readonly alert: AlertDetailView }) {
  const t = useText(messages);
  const say = useSaid();
  const { project, organization } = alert;
  return (
    <div className="al">
      <p className="strong">{say(alert, 'text')}</p>
      <p className="small muted">
        {project !== null && (
          <>
            <Link href={`/du-an/${project.id}`}>{project.name}</Link> ·{' '}
          </>
        )}
        {organization.name}
      </p>
      <p className="al-state">
        <AlertMark severity={alert.severity} urgent={alert.urgent} />
        <AlertState alert={alert} />
      </p>
      {alert.urgent && <p className="small">{t.isRed}</p>}
      <WhatToDo alert={alert} />
      <Explanation alert={alert} />
      <AlertHistory history={alert.history} />
    </div>
  );
}

/** All that has happened to an alert, the latest first. */
function AlertHistory({ history }: { readonly history: readonly AlertEventView[] }) {
  const t = useText(messages);
  return (
    <Section title={t.history}>
      <ol className="al-history">
        {history.toReversed().map((event) => (
          <Moment key={`${event.at} ${event.type}`} event={event} />
        ))}
      </ol>
    </Section>
  );
}

function Moment({ event }: { readonly event: AlertEventView }) {
  const t = useText(messages);
  const names = useText(alertEvents);
  const formats = useFormats();
  const money = useMoney();
  const say = useSaid();
  const { type, on, actorName, reason, snoozedUntil, amount } = event;
  const text = say(event, 'text');
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type]}</b>
        {snoozedUntil !== null && <span className="n"> {t.until(formats.date(snoozedUntil))}</span>}
        {actorName !== null && `, ${actorName}`}
        {amount !== null && <span className="n">, {t.amount(money(amount))}</span>}
        {(reason ?? text) !== null && <span className="sub">{reason ?? text}</span>}
      </span>
    </li>
  );
}

/** Taking note of it, putting it off, taking that back; nothing for who may do none of it. */
function WhatToDo({ alert }: { readonly alert: AlertDetailView }) {
  const t = useText(messages);
  const { role } = useUser();
  const today = useToday();
  const [asked, setAsked] = useState<ActionName>();
  const act = useAction();
  const actions = actionsFor(role, alert.state);
  const names = { acknowledgement: t.acknowledge, snooze: t.snooze, withdrawal: t.withdraw };
  const refused = act.data?.refused[0]?.problem ?? null;
  if (actions.length === 0 || today === undefined) return null;
  return (
    <div className="al-do noprint">
      {asked === undefined || !actions.includes(asked) ? (
        <p className="al-buttons">
          {actions.map((name) => (
            <button
              key={name}
              type="button"
              className={name === 'acknowledgement' && alert.state === 'open' ? 'btn btn-main' : 'btn'}
              onClick={() => {
                act.reset();
                setAsked(name);
              }}
            >
              {names[name]}
            </button>
          ))}
        </p>
      ) : (
        <ActionForm
          key={asked}
          name={asked}
          today={today}
          isPending={act.isPending}
          onConfirm={(action) =>
            act.mutate(
              { alerts: [alert], action },
              { onSuccess: ({ done }) => done > 0 && setAsked(undefined) },
            )
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
      <Refusal error={refused ?? act.error} />
      <p className="small muted">{t.stays}</p>
    </div>
  );
}
