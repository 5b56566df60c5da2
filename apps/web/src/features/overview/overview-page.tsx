import { useQuery } from '@tanstack/react-query';
import type { CurveView } from '@thongvon/contracts';
import type { Denominator } from '@thongvon/kernel';
import { useToday } from '../../api/session';
import { useText } from '../../language';
import { EmptyState, Loading, QueryStates } from '../../shared';
import { usePageTitle } from '../../shared/page-title';
import { planYearOf } from '../../shared/plan-year';
import { Course } from './course';
import { Headline } from './headline';
import { messages } from './messages';
import { ProjectsPart } from './projects-part';
import { curveQuery } from './queries';
import { ScopeBar } from './scope-bar';
import { useOverviewState, type OverviewState } from './view-state';
import './overview.css';

/** What has been disbursed of the whole plan, where the year is heading, and how each project stands. */
export function OverviewPage() {
  const t = useText(messages);
  const today = useToday();
  const state = useOverviewState();
  usePageTitle(t.pageTitle);
  const year = state.value('planYear') ?? (today === undefined ? undefined : String(planYearOf(today)));
  if (year === undefined)
    return (
      <main id="main">
        <Loading />
      </main>
    );
  return <OverviewOfYear planYear={Number(year)} state={state} />;
}

function OverviewOfYear({ planYear, state }: { readonly planYear: number; readonly state: OverviewState }) {
  const denominator = state.value('denominator') as Denominator | undefined;
  const asOf = state.value('asOf');
  const curve = useQuery(
    curveQuery({
      planYear,
      ...(asOf === undefined ? {} : { asOf }),
      ...(denominator === undefined ? {} : { denominator }),
    }),
  );
  return (
    <>
      <ScopeBar planYear={planYear} curve={curve.data} state={state} />
      <main id="main">
        <QueryStates query={curve}>{(course) => <Overview course={course} state={state} />}</QueryStates>
      </main>
    </>
  );
}

function Overview({ course, state }: { readonly course: CurveView; readonly state: OverviewState }) {
  const t = useText(messages);
  const { asOf, planYear } = course;
  if (asOf === null)
    return (
      <EmptyState title={t.empty}>
        <p>{t.emptyPlan}</p>
      </EmptyState>
    );
  return (
    <>
      <div className="ov-top">
        <Headline course={course} asOf={asOf} state={state} />
        <Course course={course} asOf={asOf} />
      </div>
      <ProjectsPart planYear={planYear} asOf={asOf} course={course} state={state} />
    </>
  );
}
