import { useId } from 'react';
import { scaleLinear } from 'd3-scale';
import { useFormats, useMoney, useSaid, useText } from '../../language';
import { largestOf, widthShare } from '../../shared/drawing';
import { fitted, type LaneProps, LEFT, RIGHT, ROW } from './axis';
import { messages } from './messages';
import { forecastOf, type StepCourse, type Story } from './story';

const HEIGHT = 152;

/** The plan as steps, what was disbursed as a line, and where it leads at the pace of 28 days. */
export function CourseLane({ story, axis, top }: LaneProps) {
  const { x } = axis;
  const y = heights(story, top);
  const { decisions, reported } = story;
  const plan = decisions.map(
    ({ on, total }, index) => `${index === 0 ? 'M' : 'H'}${x(on)} ${index === 0 ? '' : 'V'}${y(total)}`,
  );
  return (
    <g>
      <path d={`M${LEFT} ${y(0n)}H${RIGHT}`} className="tl-axis" />
      <Unreported story={story} axis={axis} top={top} />
      {plan.length > 0 && <path d={`${plan.join('')}H${RIGHT}`} className="tl-plan" />}
      <PlanWords story={story} axis={axis} top={top} />
      <Targets story={story} axis={axis} top={top} />
      <Forecast story={story} axis={axis} top={top} />
      <polyline
        points={reported.map(({ asOf, disbursed }) => `${x(asOf)},${y(disbursed)}`).join(' ')}
        className="tl-reported"
      />
      <Newest story={story} axis={axis} top={top} />
    </g>
  );
}

/** Where an amount lies: from nothing at the foot of the lane to the most that was planned or disbursed. */
function heights({ decisions, reported }: Story, top: number): (amount: bigint) => number {
  const amounts = [...decisions.map(({ total }) => total), ...reported.map(({ disbursed }) => disbursed)];
  const most = largestOf(amounts);
  const scale = scaleLinear([0, 1], [top + HEIGHT - 12, top + 22]);
  return (amount) => scale(widthShare(amount, most));
}

/** Hatched: weeks of which nothing was reported. */
function Unreported({ story: { reported }, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const hatch = useId();
  const first = reported[0];
  const until = first === undefined ? RIGHT : x(first.asOf);
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v6" className="tl-hatch" />
      </pattern>
      <rect
        x={LEFT}
        y={top + 22}
        width={until - LEFT}
        height={HEIGHT - 34}
        fill={`url(#${hatch})`}
        opacity=".55"
      />
      {until - LEFT > 200 && (
        <text x={LEFT + 8} y={top + HEIGHT - 20} className="tl-halo">
          {first === undefined ? t.nothingReported : t.before(formats.shortDate(first.asOf))}
        </text>
      )}
    </>
  );
}

function PlanWords({ story, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const money = useMoney();
  const last = story.decisions.at(-1);
  if (last === undefined) return null;
  return (
    <text x={Math.max(x(last.on), x(story.today)) + 8} y={heights(story, top)(last.total) - 5}>
      {t.planLine(money(last.total))}
    </text>
  );
}

function Targets({ story, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { standing, today } = story;
  const y = heights(story, top);
  const targets = standing?.targets ?? [];
  const next = targets.find(({ on }) => on >= today);
  return targets.map((target) => {
    const amount = BigInt(target.amount);
    return (
      <g key={target.on}>
        <path d={`M${x(target.on)} ${y(amount) - 5}l5 5-5 5-5-5z`} className="tl-diamond" />
        {target === next && (
          <text x={x(target.on) + 10} y={y(amount) + 4} className="tl-halo">
            {t.milestone(
              formats.shortDate(target.on),
              formats.percent(target.percent, 0),
              money(target.amount),
            )}
          </text>
        )}
      </g>
    );
  });
}

function Forecast({ story, axis: { x, end: lastDay }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { standing, reported } = story;
  const newest = reported.at(-1);
  const end = forecastOf(standing);
  const planned = standing?.planned ?? null;
  const shortfall = standing?.shortfall ?? null;
  if (planned === null || end === null || newest === undefined) return null;
  const y = heights(story, top);
  const [high, low] = [y(BigInt(planned)), y(end)];
  return (
    <g textAnchor="end">
      <path d={`M${x(newest.asOf)} ${y(newest.disbursed)}L${RIGHT - 10} ${low}`} className="tl-forecast" />
      {shortfall !== null && low - high > 44 && (
        <>
          <path d={`M${RIGHT - 10} ${high + 2}h5V${low - 1}h-5`} className="tl-bracket" />
          <text x={RIGHT - 14} y={(high + low) / 2 + 4} className="tl-strong tl-halo">
            {t.unspent(money(shortfall))}
          </text>
        </>
      )}
      <text x={RIGHT - 14} y={low + 26} className="tl-accent tl-halo">
        {t.forecastEnd(
          formats.shortDate(lastDay),
          money(end),
          standing?.forecastRate == null ? '–' : formats.percent(standing.forecastRate),
        )}
      </text>
    </g>
  );
}

function Newest({ story, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const newest = story.reported.at(-1);
  const first = story.reported[0];
  if (newest === undefined || first === undefined) return null;
  const at = heights(story, top)(newest.disbursed);
  return (
    <>
      <circle cx={x(newest.asOf)} cy={at} r="4" className="tl-dot" />
      <text x={x(first.asOf) - 8} y={at} textAnchor="end" className="tl-strong tl-accent tl-halo">
        {t.onDay(money(newest.disbursed), formats.shortDate(newest.asOf))}
      </text>
    </>
  );
}

/** Room that a step's name needs. */
const NAME = 170;

/** A bar from a step's beginning to its end or today, a dot for each count, a tick for the day by law. */
export function StepsLane({ story, axis, top }: LaneProps) {
  const t = useText(messages);
  if (story.steps.length === 0)
    return (
      <text x={LEFT} y={top + 20} className="tl-quiet">
        {t.noSteps}
      </text>
    );
  return story.steps.map((course, index) => (
    <Row key={course.step.step} course={course} story={story} axis={axis} top={top + 7 + ROW * index} />
  ));
}

function Row({ course, story, axis: { x }, top }: LaneProps & { readonly course: StepCourse }) {
  const say = useSaid();
  const { step, counts } = course;
  const { started, done, dueByLaw, planned, daysOverdue } = step;
  const name = say(step, 'label');
  const days = [started, done, dueByLaw, planned, ...counts.map(({ asOf }) => asOf)].filter(
    (day) => day !== null,
  );
  const from = Math.min(...days.map(x));
  const until = Math.max(...days.map(x), started !== null && done === null ? x(story.today) : 0);
  const begun = started ?? done;
  const words = useWords(course, story);
  const late = done === null && daysOverdue > 0;
  const right = until < RIGHT - 260;
  // Close to the lane's own name there is room only behind the bar.
  const before = from - LEFT > NAME || !right;
  return (
    <g>
      {begun !== null && (
        <rect
          x={x(begun)}
          y={top + 4}
          width={Math.max(3, x(done ?? story.today) - x(begun))}
          height="9"
          className={done === null ? 'tl-running' : 'tl-done'}
        />
      )}
      {[dueByLaw, planned].map(
        (day, index) =>
          day !== null && <path key={index} d={`M${x(day)} ${top + 1}v15`} className="tl-tick" />,
      )}
      {counts.map(({ asOf }) => (
        <rect key={asOf} x={x(asOf) - 4} y={top + 4} width="8" height="9" className="tl-done" />
      ))}
      {before && (
        <text x={from - 10} y={top + 13} textAnchor="end" className="tl-halo">
          {fitted(name, from - LEFT - 10)}
        </text>
      )}
      <text
        x={right ? until + 10 : RIGHT}
        y={top + 13}
        textAnchor={right ? 'start' : 'end'}
        className={`tl-strong tl-halo${late ? ' tl-alarm' : ''}`}
      >
        {before ? words : `${name}, ${words}`}
      </text>
    </g>
  );
}

/** How many households have come so far, and the step's days. */
function useWords({ step, counts }: StepCourse, { households }: LaneProps['story']): string {
  const t = useText(messages);
  const formats = useFormats();
  const { done, planned, dueByLaw, daysOverdue } = step;
  const count = counts.at(-1)?.value;
  const of = households === null ? '' : `/${households}`;
  const parts = [
    count === undefined ? null : `${count}${of} ${t.households}`,
    done === null ? null : t.done(formats.shortDate(done)),
    done === null && daysOverdue > 0 ? t.late(daysOverdue) : null,
    done === null && planned !== null ? t.planned(formats.shortDate(planned)) : null,
    done === null && dueByLaw !== null ? t.byLaw(formats.shortDate(dueByLaw)) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
