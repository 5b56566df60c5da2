import type { AlertSeverity, AlertView } from '@thongvon/api-contract';
import { useFormats, useSaid, useText } from '../../language';
import { contractsOf } from '../links';
import './alerts.css';
import { alertStates, messages, severities } from './messages';

interface AlertMarkProps {
  readonly severity: AlertSeverity;
  /** Red is a person's turn today. */
  readonly urgent: boolean;
}

/** How grave, by shape first: filled critical, half a warning, hollow for information. */
export function AlertMark({ severity, urgent }: AlertMarkProps) {
  const names = useText(severities);
  const shape = { critical: 'mk al-critical', warning: 'mk mk-soon', info: 'mk' }[severity];
  return (
    <>
      <span className={urgent ? 'mk mk-over alarm' : shape} aria-hidden="true" />
      <span className="vh">{names[severity]}: </span>
    </>
  );
}

/** Whether somebody is at it, and what they said. */
export function AlertState({ alert }: { readonly alert: AlertView }) {
  const t = useText(messages);
  const names = useText(alertStates);
  const formats = useFormats();
  const say = useSaid();
  const { state, note, snoozedUntil, closedOn, reopened } = alert;
  return (
    <>
      <span className={alert.urgent ? 'alarm' : state === 'open' ? 'strong' : undefined}>{names[state]}</span>
      {snoozedUntil !== null && <span className="n"> {t.until(formats.date(snoozedUntil))}</span>}
      {closedOn !== null && <span className="n"> {t.inWeek(formats.date(closedOn))}</span>}
      {reopened !== null && <span className="sub">{say(reopened, 'text')}</span>}
      {note !== null && state !== 'open' && (
        <span className="sub">
          {note.reason} ({note.actorName}, <span className="n">{formats.dayOf(note.at)}</span>)
        </span>
      )}
    </>
  );
}

interface WhyLinkProps {
  readonly alert: AlertView;
  readonly onOpen: () => void;
}

/** Opens why an alert stands, what has happened to it, and what can be done. */
export function WhyLink({ alert, onOpen }: WhyLinkProps) {
  const t = useText(messages);
  const say = useSaid();
  const question = alert.urgent ? t.whyRed : t.why;
  const title = say(alert, 'title');
  return (
    <button
      type="button"
      className="link al-why"
      aria-label={t.whyOf(question, title, alert.subject.name)}
      onClick={onOpen}
    >
      {question}
    </button>
  );
}

/** Whether an alert is about a contract, which is followed in a part of its own of the project's page. */
export const isAboutContract = ({ subject }: Pick<AlertView, 'subject'>): boolean =>
  subject.kind === 'guarantee' || subject.kind === 'contract-advance';

/** The page on which what an alert is about is mended; undefined for an office, which has none. */
export function placeOf(alert: Pick<AlertView, 'subject' | 'project'>): string | undefined {
  const { subject, project } = alert;
  if (subject.kind === 'blocker') return `/vuong-mac/${subject.id}`;
  if (project === null) return undefined;
  return isAboutContract(alert) ? contractsOf(project.id) : `/du-an/${project.id}`;
}
