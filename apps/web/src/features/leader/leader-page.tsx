import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import type { WeekDigestView } from '@thongvon/contracts';
import { useFormats, useText } from '../../language';
import { Banner, EmptyState, QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { Decisions } from './decisions';
import { Held } from './held';
import { messages } from './messages';
import { OverdueUnits } from './overdue-units';
import { digestQuery } from './queries';
import { Reports } from './reports';
import { WeekHeadline } from './week-headline';
import './leader.css';

/** The week as its letter tells it: how far, what to decide, what waits where, who is silent. Made for a phone. */
export function LeaderPage() {
  const t = useText(messages);
  const week = useAddressState().value('week');
  const digest = useQuery(digestQuery(week === undefined ? {} : { week }));
  useEffect(() => {
    document.title = `${t.pageTitle} | Thông Vốn`;
  }, [t]);
  return (
    <main id="main" className="ld">
      <QueryStates query={digest}>
        {(data) => (data === null ? <NothingFrozen /> : <Week digest={data} />)}
      </QueryStates>
    </main>
  );
}

function Week({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { week, projects, correction } = digest;
  return (
    <>
      {correction !== null && <Banner>{t.corrected(correction)}</Banner>}
      <WeekHeadline digest={digest} />
      <div className="ld-columns">
        <Decisions digest={digest} />
        <div>
          <Held digest={digest} />
          <OverdueUnits digest={digest} />
          <Reports digest={digest} />
          <Link href={`/tong-quan?asOf=${week}`} className="btn btn-main ld-all noprint">
            {t.allProjects(projects)}
          </Link>
        </div>
      </div>
      <p className="small muted">{t.frozen(formats.date(week), digest.revision)}</p>
    </>
  );
}

function NothingFrozen() {
  const t = useText(messages);
  return (
    <EmptyState
      title={t.nothingFrozen}
      actions={
        <Link href="/tong-quan" className="btn btn-main">
          {t.toOverview}
        </Link>
      }
    >
      <p>{t.nothingFrozenWhat}</p>
    </EmptyState>
  );
}
