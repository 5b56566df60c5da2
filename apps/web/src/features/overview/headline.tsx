import { useQuery } from '@tanstack/react-query';
import type { CurveView, SummaryView } from '@thongvon/contracts';
import type { Denominator } from '@thongvon/kernel';
import { useFormats, useText, useUnitNames } from '../../language';
import { Loading, RateBar, Unknown } from '../../shared';
import { dueBy, nextMilestone, percentOf } from './course-figures';
import { Facts } from './facts';
import { messages } from './messages';
import { summaryQuery } from './queries';
import type { OverviewState } from './view-state';

const DENOMINATORS: readonly Denominator[] = ['current-year-plan', 'all-plan', 'excluding-late-supplements'];

interface HeadlineProps {
  readonly course: CurveView;
  readonly asOf: string;
  readonly state: OverviewState;
}

/** One number for the whole, what it divides by, and six facts around it. */
export function Headline({ course, asOf, state }: HeadlineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { planYear } = course;
  const denominator = (state.value('denominator') ?? 'current-year-plan') as Denominator;
  const summary = useQuery(summaryQuery({ planYear, asOf, denominator }));
  return (
    <section aria-labelledby="ov-rate">
      <h1 className="ov-kick" id="ov-rate">
        {t.title(planYear, formats.date(asOf))}
      </h1>
      {summary.data === undefined ? <Loading /> : <Rate summary={summary.data} course={course} asOf={asOf} />}
      <div className="ov-denominators noprint" role="group" aria-label={t.denominator}>
        {DENOMINATORS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === denominator}
            onClick={() => state.set({ denominator: one === 'current-year-plan' ? undefined : one })}
          >
            {t[one]}
          </button>
        ))}
      </div>
    </section>
  );
}

interface RateProps {
  readonly summary: SummaryView;
  readonly course: CurveView;
  readonly asOf: string;
}

function Rate({ summary, course, asOf }: RateProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { rate, reason, disbursed, planned } = summary;
  const { milestones, lastDay, plannedInitially, planYear } = course;
  const next = nextMilestone(asOf, milestones);
  const last = milestones.at(-1);
  const targets = [...new Set([next, last].flatMap((one) => (one ? [one.percent] : [])))];
  const initial = percentOf(disbursed, plannedInitially);
  return (
    <>
      <p className="ov-big">
        <strong>
          {rate === null ? <Unknown reason={reason ?? 'not-applicable'} /> : formats.percent(rate)}
        </strong>
        <span className="n">
          {disbursed === null ? '–' : formats.amount(disbursed)} /{' '}
          {planned === null ? '–' : formats.amount(planned)} <small>{long}</small>
        </span>
      </p>
      <div className="ov-rate">
        <RateBar rate={rate === null ? null : Number(rate)} targets={targets} />
        {next !== undefined && next !== last && (
          <span className="ov-cap" style={{ left: `${next.percent}%` }}>
            {t.milestone(formats.shortDate(next.on), formats.percent(next.percent, 0))}
          </span>
        )}
        {last !== undefined && (
          <span className="ov-cap ov-cap-end">
            {t.target(formats.shortDate(lastDay), formats.percent(last.percent, 0))}
          </span>
        )}
      </div>
      <Facts summary={summary} course={course} asOf={asOf} due={dueBy(asOf, planYear, milestones)} />
      <p className="ov-initial small muted">
        {plannedInitially !== null &&
          initial !== null &&
          plannedInitially !== planned &&
          t.initially(`${formats.amount(plannedInitially)} ${long}`, formats.percent(initial))}
        {summary.coverage.reported < summary.coverage.projects &&
          ` ${t.coverage(summary.coverage.reported, summary.coverage.projects)}`}
        {summary.stale && ` ${t.stale}`}
      </p>
    </>
  );
}
