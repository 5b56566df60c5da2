import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useLocationProperty } from 'wouter/use-browser-location';
import type { AlertDetailView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { Drawer } from '../drawer';
import { QueryStates } from '../query-states';
import { AlertHistory } from './alert-history';
import { AlertMark } from './alert-mark';
import { AlertState } from './alert-state';
import { Explanation } from './explanation';
import { messages } from './messages';
import { alertQuery } from './queries';
import { WhatToDo } from './what-to-do';

interface AlertDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One alert: what it says, why, what can be done about it, and all that has happened to it. */
export function AlertDrawer({ id, onClose }: AlertDrawerProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  const alert = useQuery(alertQuery(id));
  useLeft(onClose);
  const title = language === 'vi' ? alert.data?.title : alert.data?.titleEn;
  return (
    <Drawer title={title ?? t.why} onClose={onClose}>
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
  const { language } = usePreferences();
  const { project, organization } = alert;
  return (
    <div className="al">
      <p className="strong">{language === 'vi' ? alert.text : alert.textEn}</p>
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
