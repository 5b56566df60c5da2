import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { WeekDigestQuery, WeekDigestView } from '@thongvon/api-contract';
import { get, Problem } from '../../api/client';
import { useFormats, useText, useUnitNames } from '../../language';
import { Banner, EmptyState, Loading, QueryStates, Section, useDrawn } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { HeldByCause, HeldStrip } from '../../shared/capital-held/held';
import { Course } from '../../shared/course/course';
import { curveQuery } from '../../shared/plan-year';
import { usePageTitle } from '../../shared/page';
import { LastWeeksTasks } from '../../shared/tasks/last-week';
import { DIGEST_KEY } from '../../shared/tasks/queries';
import { Decisions } from './decisions';
import './leader.css';
import { messages } from './messages';
import { Forecast, Silence } from './outlook';
import { WeekHeadline } from './week-headline';

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
          <LastWeeksTasks />
          <WeekHeadline digest={digest} />
          <Decisions digest={digest} />
        </div>
        <div>
          <Forecast digest={digest} />
          <Silence digest={digest} />
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
          <Better digest={digest} />
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

/** Where the capital waits that is still to be disbursed: how pressing, and for which cause. */
function Held({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const { long } = useUnitNames();
  const { remaining, heldParts: parts, heldByCause: groups, reckoning } = digest;
  return (
    <Section title={t.whereHeld} end={long}>
      <HeldStrip parts={parts} reckoning={reckoning} remaining={remaining} />
      {groups.length > 0 && (
        <>
          <h3 className="ld-sub">{t.byCause}</h3>
          <HeldByCause groups={groups} />
        </>
      )}
    </Section>
  );
}

/** What the weekly letter says; null while no week is frozen. */
const digestQuery = (request: WeekDigestQuery) =>
  queryOptions({
    queryKey: [...DIGEST_KEY, request],
    queryFn: async ({ signal }): Promise<WeekDigestView | null> => {
      try {
        return await get<WeekDigestView>('/api/digest/week', request, signal);
      } catch (error) {
        if (request.week === undefined && error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });

/** The plan year as far as it had come, as the frozen week knew it; not asked for while nobody has reported. */
const courseOfWeek = ({ asOf, planYear, week }: WeekDigestView) => ({
  ...curveQuery({ planYear, businessDay: week, ...(asOf === null ? {} : { asOf }) }),
  enabled: asOf !== null,
});

/** Who lets blockers wait past their day: the longest wait first. */
function OverdueUnits({ digest: { overdueByUnit } }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  if (overdueByUnit.length === 0)
    return (
      <Section title={t.byUnit}>
        <p className="ld-text">{t.nothingOverdue}</p>
      </Section>
    );
  return (
    <Section title={t.byUnit} end={t.byUnitEnd(long)}>
      <ul>
        {overdueByUnit.map(({ unit, blockers, days, held }) => (
          <li key={unit ?? ''}>
            <Link
              href={`/vuong-mac?state=overdue${unit === null ? '' : `&unit=${encodeURIComponent(unit)}`}`}
              className="ld-unit"
            >
              <span className="strong">
                <span className="mk mk-over alarm" />
                {unit ?? t.noUnit}
              </span>
              <span className="n alarm">{t.days(days)}</span>
              <span className="n strong">{formats.amount(held)}</span>
              <span className="ld-unit-what">{t.blockers(blockers)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What got better. */
function Better({ digest: { risen } }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  if (risen.length === 0) return null;
  return (
    <Section title={t.better}>
      <ul className="ld-text">
        {risen.map(
          ({ project, before, now }) =>
            before !== null &&
            now !== null && (
              <li key={project}>
                {project}: <span className="n">{t.rose(formats.rate(before), formats.percent(now))}</span>
              </li>
            ),
        )}
      </ul>
    </Section>
  );
}
