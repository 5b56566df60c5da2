import type { AlertEventView } from '@thongvon/api-contract';
import { useFormats, usePreferences, useText, useUnitNames } from '../../language';
import { Section } from '../section';
import { alertEvents, messages } from './messages';

/** All that has happened to an alert, the latest first. */
export function AlertHistory({ history }: { readonly history: readonly AlertEventView[] }) {
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
  const { short } = useUnitNames();
  const { language } = usePreferences();
  const { type, on, actorName, reason, snoozedUntil, amount } = event;
  const text = language === 'vi' ? event.text : event.textEn;
  return (
    <li>
      <span className="n">{formats.date(on)}</span>
      <span>
        <b>{names[type]}</b>
        {snoozedUntil !== null && <span className="n"> {t.until(formats.date(snoozedUntil))}</span>}
        {actorName !== null && `, ${actorName}`}
        {amount !== null && <span className="n">, {t.amount(`${formats.amount(amount)} ${short}`)}</span>}
        {(reason ?? text) !== null && <span className="sub">{reason ?? text}</span>}
      </span>
    </li>
  );
}
