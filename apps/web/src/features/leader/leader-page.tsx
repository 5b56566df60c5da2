import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { WeekDigestView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Banner, EmptyState, Loading, QueryStates, useDrawn } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { Course } from '../../shared/course';
import { usePageTitle } from '../../shared/page-title';
import { Decisions } from './decisions';
import { Held } from './held';
import { messages } from './messages';
import { OverdueUnits } from './overdue-units';
import { courseOfWeek, digestQuery } from './queries';
import { Reports } from './reports';
import { WeekHeadline } from './week-headline';
import './leader.css';

/** The week as its letter tells it: how far, what to decide, what waits where, who is silent. Made for a phone. */
export function LeaderPage() {
  const t = useText(messages);
  const week = useAddressState().value('week');
  const digest = useQuery(digestQuery(week === undefined ? {} : { week }));
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="ld">
      <QueryStates query={digest}>
        {(data) => (data === null ? <NothingFrozen /> : <Week digest={data} />)}
      </QueryStates>
    </main>
  );
}

/** Drawn when its pictures are there as well, so that nothing is pushed down. */
function Week({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const { asOf, projects, correction } = digest;
  const course = useQuery(courseOfWeek(digest));
  if (!useDrawn(!course.isLoading)) return <Loading />;
  return (
    <>
      {correction !== null && <Banner>{t.corrected(correction)}</Banner>}
      <div className="ld-columns">
        <div>
          <WeekHeadline digest={digest} />
          <Decisions digest={digest} />
        </div>
        <div>
          {asOf !== null && (
            <QueryStates query={course}>
              {(year) => (
                <Course
                  course={year}
                  asOf={asOf}
                  held={{ share: digest.heldShare, projects: digest.heldProjects }}
                />
              )}
            </QueryStates>
          )}
          <Held digest={digest} />
          <OverdueUnits digest={digest} />
          <Reports digest={digest} />
          <Link
            href={asOf === null ? '/tong-quan' : `/tong-quan?den=${asOf}`}
            className="btn btn-main ld-all noprint"
          >
            {t.allProjects(projects)}
          </Link>
        </div>
      </div>
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
