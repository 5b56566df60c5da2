import { lazy, Suspense, useState } from 'react';
import type { AlertView } from '@thongvon/contracts';
import { usePreferences } from '../../language';
import { AlertMark } from './alert-mark';
import { AlertState } from './alert-state';
import { WhyLink } from './why-link';
import './alerts.css';

export const AlertDrawer = lazy(async () => ({ default: (await import('./alert-drawer')).AlertDrawer }));

/** Alerts in their own words, each leading to why it stands and what can be done. */
export function AlertLines({ alerts }: { readonly alerts: readonly AlertView[] }) {
  const { language } = usePreferences();
  const [opened, setOpened] = useState<string>();
  return (
    <>
      <ul className="al-lines">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <AlertMark severity={alert.severity} urgent={alert.urgent} />
            {language === 'vi' ? alert.text : alert.textEn}{' '}
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
