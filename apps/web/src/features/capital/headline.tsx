import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CurveView, SummaryView } from '@thongvon/api-contract';
import type { Denominator } from '@thongvon/kernel';
import { useFormats, useMoney, useText } from '../../language';
import { Amount } from '../../shared';
import { BigRate } from '../../shared/big-rate';
import { heldQuery } from '../../shared/capital-held/queries';
import { nextMilestone } from '../../shared/plan-year';
import { figureMark, MovementAmount, ReckoningLine, useMovementName } from '../../shared/reckoning';
import { messages } from './messages';
import { facetsQuery, treasuryQuery } from './queries';
import { allOf, blockersOf, DEFAULT_DENOMINATOR, type OverviewState, type WholeRequest } from './view-state';

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
            <OverDenominator sums={summary.denominators.find((sums) => sums.denominator === one)} />
          </button>
        ))}
      </div>
    </section>
  );
}

/** What the plan that counts comes to, and the rate of it. */
function OverDenominator({ sums }: { readonly sums: SummaryView['denominators'][number] | undefined }) {
  const formats = useFormats();
  if (sums === undefined) return null;
  return (
    <strong className="n">
      <span>{formats.amount(sums.planned)}</span> <span>→ {formats.percent(sums.rate)}</span>
    </strong>
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
  const inFull = useMoney('long');
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
          t.initially(inFull(plannedInitially), formats.percent(rateOfInitial))}
        {summary.coverage.reported < summary.coverage.projects &&
          ` ${t.coverage(summary.coverage.reported, summary.coverage.projects)}`}
        {summary.coverage.stale > 0 &&
          summary.coverage.oldest !== null &&
          ` · ${t.oldFigures(summary.coverage.stale, summary.coverage.reported, formats.shortDate(summary.coverage.oldest))}`}
        {summary.computing && ` ${t.stale}`}
      </p>
    </>
  );
}

interface FactsProps {
  readonly summary: SummaryView;
  readonly course: CurveView;
  readonly whole: WholeRequest;
}

/** Six facts around the rate: number, and what it means. */
function Facts({ summary, course, whole }: FactsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { remaining } = summary;
  const { asOf } = whole;
  const facets = useQuery(facetsQuery(allOf(whole, course)));
  const movementName = useMovementName();
  const movement = facets.data?.total.movement;
  const points = facets.data?.total.changeRate ?? null;
  const { neededPerWeek, expected: due, lead } = course;
  return (
    <dl className="ov-facts">
      <Fact
        mark={figureMark('change', facets.data?.reckoning)}
        name={movementName(movement)}
        value={movement === undefined ? '–' : <MovementAmount movement={movement} unit />}
        note={points !== null && t.points(formats.signedRate(points))}
      />
      {due !== null && (
        <Fact
          mark={figureMark('due by the figures', course.reckoning)}
          name={t.milestoneNow(formats.shortDate(asOf))}
          value={formats.percent(due)}
          note={
            course.reckoning.stale
              ? t.staleNote
              : lead !== null && (lead.startsWith('-') ? t.behind : t.ahead)(formats.magnitude(lead))
          }
        />
      )}
      <Fact
        mark={figureMark('remaining', summary.reckoning)}
        name={t.remaining}
        value={<Amount value={remaining} unit />}
        note={neededPerWeek !== null && t.perWeek(money(neededPerWeek))}
      />
      <HeldFacts whole={whole} />
      <TreasuryFact whole={whole} reportedOn={summary.reckoning.figuresOn} />
    </dl>
  );
}

function HeldFacts({ whole }: { readonly whole: WholeRequest }) {
  const t = useText(messages);
  const formats = useFormats();
  const held = useQuery(heldQuery(blockersOf(whole)));
  if (!held.data || held.data.blockers === 0) return null;
  const { capitalHeld, heldOverdue: overdue, share, reckoning } = held.data;
  return (
    <>
      <Fact
        mark={figureMark('held', reckoning)}
        name={<Link href="/vuong-mac">{t.held}</Link>}
        value={<Amount value={capitalHeld} unit />}
        note={share !== null && t.heldShare(formats.percent(share))}
      />
      {overdue.projects > 0 && (
        <Fact
          alarm
          mark={figureMark('held, overdue', reckoning)}
          name={
            <>
              <span className="mk mk-over" />
              {t.overdue}
            </>
          }
          value={<Amount value={overdue.capitalHeld} unit />}
          note={t.overdueProjects(overdue.projects)}
        />
      )}
    </>
  );
}

interface TreasuryFactProps {
  readonly whole: WholeRequest;
  /** Day of the owners' newest figures, which the Treasury's are held against. */
  readonly reportedOn: string | null;
}

function TreasuryFact({ whole, reportedOn }: TreasuryFactProps) {
  const t = useText(messages);
  const formats = useFormats();
  const treasury = useQuery(treasuryQuery(whole));
  if (treasury.data === undefined) return null;
  const { disbursed: confirmed, toReported, reckoning } = treasury.data;
  const { figuresOn } = reckoning;
  const difference = toReported === null || toReported === '0' ? null : formats.change(toReported);
  const isOfOneDay = figuresOn === null || reportedOn === null || figuresOn === reportedOn;
  return (
    <Fact
      name={figuresOn === null ? t.treasury : t.treasuryTo(formats.shortDate(figuresOn))}
      value={confirmed === null ? <span className="muted">–</span> : <Amount value={confirmed} unit />}
      note={
        confirmed === null
          ? t.noTreasury
          : isOfOneDay
            ? difference !== null && t.difference(difference)
            : t.ofOtherDay(formats.shortDate(reportedOn), difference ?? '0')
      }
    />
  );
}

interface FactProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  readonly note: ReactNode;
  readonly alarm?: boolean;
  readonly mark?: ReturnType<typeof figureMark>;
}

function Fact({ name, value, note, alarm = false, mark }: FactProps) {
  const colour = alarm ? ' alarm' : '';
  return (
    <div>
      <dt className={alarm ? 'alarm' : undefined}>{name}</dt>
      <dd className={`n ov-value${colour}`} {...mark}>
        {value}
      </dd>
      <dd className="n ov-note">{note}</dd>
    </div>
  );
}
