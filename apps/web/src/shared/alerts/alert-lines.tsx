import { lazy, Suspense, useState } from 'react';
import type { AlertView } from '@thongvon/api-contract';
import { useFormats, useSaid, useText } from '../../language';
import { AlertMark, AlertState, WhyLink } from './alert-mark';
import { messages } from './messages';
import './alerts.css';

export const AlertDrawer = lazy(async () => ({ default: (await import('./alert-drawer')).AlertDrawer }));

/** Alerts in their own words, each with the frozen week that its numbers are of, leading to why it stands and what can be done. */
export function AlertLines({ alerts }: { readonly alerts: readonly AlertView[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <ul className="al-lines">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <AlertMark severity={alert.severity} urgent={alert.urgent} />
            {say(alert, 'text')}{' '}
            <span className="muted n">({t.inWeek(formats.shortDate(alert.changedOn))})</span>{' '}
            <WhyLink alert={alert} onOpen={() => setOpened(alert.id)} />
            <span className="sub">
              <AlertState alert={alert} />
            </span>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <Suspense>
          <AlertDrawer id={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
