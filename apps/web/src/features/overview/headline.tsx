import type { CurveView, SummaryView } from '@thongvon/api-contract';
import type { Denominator } from '@thongvon/kernel';
import { useFormats, useText, useUnitNames } from '../../language';
import { BigRate } from '../../shared/big-rate';
import { nextMilestone } from '../../shared/course';
import { Facts } from './facts';
import { ReckoningLine } from '../../shared/reckoning';
import { messages } from './messages';
import { DEFAULT_DENOMINATOR, type OverviewState, type WholeRequest } from './view-state';

const DENOMINATORS: readonly Denominator[] = ['current-year-plan', 'all-plan', 'excluding-late-supplements'];

interface HeadlineProps {
  readonly summary: SummaryView;
  readonly course: CurveView;
  /** All projects, over the denominator that was chosen. */
  readonly whole: WholeRequest;
  readonly state: OverviewState;
}

/** One number for the whole, what it divides by, and six facts around it. */
export function Headline({ summary, course, whole, state }: HeadlineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { planYear, asOf, denominator = DEFAULT_DENOMINATOR } = whole;
  return (
    <section aria-labelledby="ov-rate">
      <h1 className="kick" id="ov-rate">
        {t.title(planYear, formats.date(asOf))}
      </h1>
      <ReckoningLine reckoning={course.reckoning} />
      <Rate summary={summary} course={course} whole={whole} />
      <div className="ov-denominators noprint" role="group" aria-label={t.denominator}>
        {DENOMINATORS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === denominator}
            onClick={() => state.set({ denominator: one === DEFAULT_DENOMINATOR ? undefined : one })}
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
  readonly whole: WholeRequest;
}

function Rate({ summary, course, whole }: RateProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { rate, reason, disbursed, planned } = summary;
  const { milestones, lastDay, plannedInitially, rateOfInitial } = course;
  const { asOf } = whole;
  const next = nextMilestone(asOf, milestones);
  const last = milestones.at(-1);
  const marks = [
    ...(next === undefined || next === last
      ? []
      : [{ at: next, words: t.milestone(formats.shortDate(next.on), formats.percent(next.percent, 0)) }]),
    ...(last === undefined
      ? []
      : [{ at: last, words: t.target(formats.shortDate(lastDay), formats.percent(last.percent, 0)) }]),
  ].map(({ at, words }) => ({ percent: at.percent, words }));
  return (
    <>
      <BigRate
        rate={rate}
        reason={reason ?? 'not-applicable'}
        disbursed={disbursed}
        planned={planned}
        reckoning={summary.reckoning}
        marks={marks}
      />
      <Facts summary={summary} course={course} whole={whole} />
      <p className="ov-initial small muted">
        {plannedInitially !== null &&
          rateOfInitial !== null &&
          plannedInitially !== planned &&
          t.initially(`${formats.amount(plannedInitially)} ${long}`, formats.percent(rateOfInitial))}
        {summary.coverage.reported < summary.coverage.projects &&
          ` ${t.coverage(summary.coverage.reported, summary.coverage.projects)}`}
        {summary.coverage.stale > 0 &&
          summary.coverage.oldest !== null &&
          ` · ${t.oldFigures(summary.coverage.stale, summary.coverage.reported, formats.shortDate(summary.coverage.oldest))}`}
        {summary.stale && ` ${t.stale}`}
      </p>
    </>
  );
}
