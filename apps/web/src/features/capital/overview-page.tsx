import { usePrefetchInfiniteQuery, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CurveView, SummaryView } from '@thongvon/api-contract';
import { daysBetween, plainDate } from '@thongvon/kernel';
import { useEffect, useRef } from 'react';
import { useToday, useUser } from '../../api/session';
import { type Unit, UNITS, useFormats, usePreferences, useText } from '../../language';
import { valueWords } from '../../language/formats';
import { Banner, EmptyState, Loading, QueryStates, useDrawn } from '../../shared';
import { heldQuery } from '../../shared/capital-held/queries';
import { planYearOf } from '../../shared/plan-year';
import { Course } from '../../shared/course/course';
import { useLedHere } from '../../shared/led-here';
import { PROJECTS } from '../../shared/links';
import { usePageTitle } from '../../shared/page';
import { lastWeekQuery } from '../../shared/week-picker';
import { Facets } from './facets';
import { Headline } from './headline';
import { messages } from './messages';
import './overview.css';
import { ProjectsTable } from './projects-table';
import { facetsQuery, openBlockersQuery, standingsQuery, summaryQuery, treasuryQuery } from './queries';
import {
  allOf,
  blockersOf,
  courseQuery,
  isFiltered,
  orderOf,
  type OverviewSlice,
  type OverviewState,
  sliceOf,
  UNIT_NAMES,
  useOverviewState,
  wholeOf,
} from './view-state';

/** What has been disbursed of the whole plan, where the year is heading, and how each project stands. */
export function OverviewPage() {
  const t = useText(messages);
  const today = useToday();
  const state = useOverviewState();
  usePageTitle(t.pageTitle);
  useUnitOfAddress(state);
  const curve = useQuery(courseQuery(state));
  const year =
    state.value('planYear') ?? curve.data?.planYear ?? (today === undefined ? undefined : planYearOf(today));
  return (
    <>
      {year !== undefined && <ScopeBar planYear={Number(year)} curve={curve.data} state={state} />}
      <main id="main" aria-busy={curve.isPlaceholderData}>
        <QueryStates query={curve}>{(course) => <Overview course={course} state={state} />}</QueryStates>
      </main>
    </>
  );
}

/** A link shows amounts in the unit of who sent it, and an address in the reader's. */
function useUnitOfAddress({ value, set }: OverviewState) {
  const { unit, setUnit } = usePreferences();
  const named = UNITS.find((one) => UNIT_NAMES[one] === value('unit'));
  useEffect(() => {
    if (named !== undefined) setUnit(named);
  }, [named, setUnit]);
  useEffect(() => {
    if (named === undefined && unit !== UNITS[0]) set({ unit: UNIT_NAMES[unit] });
  }, [named, unit, set]);
}

function Overview({ course, state }: { readonly course: CurveView; readonly state: OverviewState }) {
  const { asOf } = course;
  if (asOf === null) return <NothingYet />;
  return <OverviewOfDay course={course} asOf={asOf} state={state} />;
}

/** Whoever only sends returns can't load the plan: they are led to what they can do. */
function NothingYet() {
  const t = useText(messages);
  const { role } = useUser();
  if (role !== 'reporter')
    return (
      <EmptyState title={t.empty}>
        <p>{t.emptyPlan}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t.empty}
      actions={
        <Link className="btn" href="/bao-cao">
          {t.toReturns}
        </Link>
      }
    >
      <p>{t.emptyOwn}</p>
    </EmptyState>
  );
}

interface OfDayProps {
  readonly course: CurveView;
  readonly asOf: string;
  readonly state: OverviewState;
}

/** Asks for all of the page at once, and draws it when its upper part is there: nothing moves under the reader's eyes. */
function OverviewOfDay({ course, asOf, state }: OfDayProps) {
  const whole = wholeOf(state, course, asOf);
  const slice = sliceOf(state, course, asOf);
  usePrefetchQuery(facetsQuery(slice));
  usePrefetchInfiniteQuery(standingsQuery({ ...slice, ...orderOf(state) }));
  const open = useQuery(openBlockersQuery(blockersOf(whole)));
  const summary = useQuery(summaryQuery(whole));
  useFreshOnceComputed(summary.data?.computing ?? false);
  const beside = [
    open,
    useQuery(facetsQuery(allOf(whole, course))),
    useQuery(treasuryQuery(whole)),
    useQuery(heldQuery(blockersOf(whole))),
  ];
  if (!useDrawn(!beside.some(({ isLoading }) => isLoading))) return <Loading />;
  return (
    <QueryStates query={summary}>
      {(sum) => (
        <>
          {sum.reckoning.stale && <StaleBanner reckoning={sum.reckoning} />}
          <div className="ov-top">
            <Headline summary={sum} course={course} whole={whole} state={state} />
            <Course course={course} asOf={asOf} isFiltered={isFiltered(state)} />
          </div>
          <ProjectsPart slice={slice} asOf={asOf} course={course} state={state} />
        </>
      )}
    </QueryStates>
  );
}

/** Asks for all sums again when what was being computed is there. */
function useFreshOnceComputed(computing: boolean): void {
  const client = useQueryClient();
  const was = useRef(computing);
  useEffect(() => {
    const isDone = was.current && !computing;
    was.current = computing;
    if (isDone)
      for (const queryKey of [['disbursements'], ['blockers']]) void client.invalidateQueries({ queryKey });
  }, [client, computing]);
}

/** How old the newest figures are, and what is therefore not compared. */
function StaleBanner({
  reckoning: { figuresOn, businessDay },
}: {
  readonly reckoning: SummaryView['reckoning'];
}) {
  const t = useText(messages);
  const formats = useFormats();
  if (figuresOn === null) return null;
  const age = daysBetween(plainDate(figuresOn), plainDate(businessDay));
  return (
    <Banner printed>
      <strong>{t.staleFor(age)}</strong> {t.staleWhat(formats.date(figuresOn))}
    </Banner>
  );
}

interface ProjectsPartProps {
  readonly slice: OverviewSlice;
  readonly asOf: string;
  readonly course: CurveView;
  readonly state: OverviewState;
}

/** Bars that filter on the left, the table that they filter on the right. */
function ProjectsPart({ slice, asOf, course, state }: ProjectsPartProps) {
  const facets = useQuery(facetsQuery(slice));
  const part = useRef<HTMLDivElement>(null);
  useLedHere(part, PROJECTS);
  return (
    <div ref={part} id={PROJECTS}>
      <QueryStates query={facets}>
        {(sums) => (
          <div className="ov-work">
            <Facets sums={sums} state={state} />
            <ProjectsTable slice={slice} asOf={asOf} sums={sums} course={course} state={state} />
          </div>
        )}
      </QueryStates>
    </div>
  );
}

interface ScopeBarProps {
  readonly planYear: number;
  readonly curve: CurveView | undefined;
  readonly state: OverviewState;
}

/** Of which year, until which day, in which unit; what was frozen last and who is silent. */
function ScopeBar({ planYear, curve, state }: ScopeBarProps) {
  const t = useText(messages);
  const units = useText(valueWords);
  const formats = useFormats();
  const { unit, setUnit } = usePreferences();
  const chooseUnit = (chosen: Unit) => {
    setUnit(chosen);
    state.set({ unit: UNIT_NAMES[chosen] });
  };
  const days = curve?.days.toReversed() ?? [];
  return (
    <section className="ov-scope noprint" aria-label={t.scope}>
      <label>
        {t.planYear}
        <select
          className="control"
          value={planYear}
          onChange={(event) => state.set({ planYear: event.target.value, asOf: undefined })}
        >
          {[planYear + 1, planYear, planYear - 1].map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
      {curve?.asOf !== null && (
        <label>
          {t.asOf}
          <select
            className="control"
            value={curve?.asOf ?? ''}
            onChange={(event) => state.set({ asOf: event.target.value })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {formats.date(day)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t.unit}
        <select className="control" value={unit} onChange={(event) => chooseUnit(event.target.value as Unit)}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {units[one]}
            </option>
          ))}
        </select>
      </label>
      <LastWeek />
    </section>
  );
}

function LastWeek() {
  const t = useText(messages);
  const formats = useFormats();
  const { data } = useQuery(lastWeekQuery);
  if (!data) return null;
  const silent = data.organizations.filter(({ owes, state }) => owes && state === 'silent');
  return (
    <span className="end">
      {t.frozen(formats.date(data.week))} ·{' '}
      {silent.length === 0 ? (
        t.allReported
      ) : (
        <strong title={silent.map(({ name }) => name).join('\n')}>{t.silent(silent.length)}</strong>
      )}
    </span>
  );
}
