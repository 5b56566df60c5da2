import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { AlertCountsView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, Loading, QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { AlertDrawer } from '../../shared/alerts';
import { usePageTitle } from '../../shared/page-title';
import { AlertsDock } from './alerts-dock';
import { Filters } from './filters';
import { Groups } from './groups';
import { messages } from './messages';
import { countsQuery } from './queries';
import { useSelection } from './selection';
import { useAlertsRequest } from './use-alerts-request';
import '../../shared/explain.css';
import './alerts-page.css';

/** What the rules say of the latest frozen week, who is at it, and since when. */
export function AlertsPage() {
  const t = useText(messages);
  const today = useToday();
  const counts = useQuery(countsQuery);
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="als">
      <QueryStates query={counts}>
        {(data) =>
          data.week === null ? (
            <EmptyState title={t.noWeek}>
              <p>{t.noneWhat}</p>
            </EmptyState>
          ) : today === undefined ? (
            <Loading />
          ) : (
            <Alerts counts={data} week={data.week} today={today} />
          )
        }
      </QueryStates>
    </main>
  );
}

interface AlertsProps {
  readonly counts: AlertCountsView;
  readonly week: string;
  readonly today: string;
}

function Alerts({ counts, week, today }: AlertsProps) {
  const t = useText(messages);
  const selection = useSelection(JSON.stringify(useAlertsRequest().request));
  const { value, set } = useAddressState();
  const opened = value('alert');
  return (
    <>
      <Finding counts={counts} week={week} />
      <details className="explain als-legend">
        <summary>{t.legend}</summary>
        <p>{t.legendText}</p>
      </details>
      <Filters />
      <Groups week={week} selection={selection} onOpen={(alert) => set({ alert })} />
      <AlertsDock selection={selection} today={today} />
      {opened !== undefined && (
        <Suspense>
          <AlertDrawer id={opened} onClose={() => set({ alert: undefined })} />
        </Suspense>
      )}
    </>
  );
}

/** The page's heading: what nobody is at, and what somebody is. */
function Finding({ counts, week }: Omit<AlertsProps, 'today'>) {
  const t = useText(messages);
  const formats = useFormats();
  const { set } = useAddressState();
  const { open, openCritical, acknowledged, snoozed } = counts;
  const others = [
    ['acknowledged', acknowledged],
    ['snoozed', snoozed],
  ] as const;
  const heading = open > 0 ? t.finding(open, openCritical) : acknowledged + snoozed > 0 ? t.allTaken : t.none;
  return (
    <>
      <h1>{heading}</h1>
      <p className="small muted">
        {t.week(formats.date(week))}
        {others.map(
          ([state, count]) =>
            count > 0 && (
              <span key={state}>
                {' '}
                <button type="button" className="link" onClick={() => set({ state })}>
                  {t[state](count)}
                </button>
                .
              </span>
            ),
        )}
      </p>
    </>
  );
}
