import type { AlertView } from '@thongvon/api-contract';
import { useFormats, usePreferences, useText } from '../../language';
import { alertStates, messages } from './messages';

/** Whether somebody is at it, and what they said. */
export function AlertState({ alert }: { readonly alert: AlertView }) {
  const t = useText(messages);
  const names = useText(alertStates);
  const formats = useFormats();
  const { language } = usePreferences();
  const { state, note, snoozedUntil, closedOn, reopened } = alert;
  return (
    <>
      <span className={alert.urgent ? 'alarm' : state === 'open' ? 'strong' : undefined}>{names[state]}</span>
      {snoozedUntil !== null && <span className="n"> {t.until(formats.date(snoozedUntil))}</span>}
      {closedOn !== null && <span className="n"> {t.inWeek(formats.date(closedOn))}</span>}
      {reopened !== null && (
        <span className="sub">{language === 'vi' ? reopened.text : reopened.textEn}</span>
      )}
      {note !== null && state !== 'open' && (
        <span className="sub">
          {note.reason} ({note.actorName}, <span className="n">{formats.dayOf(note.at)}</span>)
        </span>
      )}
    </>
  );
}
