import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { axisOf, LEFT, RIGHT, WIDTH, type Axis } from './axis';
import { BlockersLane, SHOWN_BLOCKERS } from './blockers-lane';
import { CourseLane } from './course-lane';
import { DecisionsLane } from './decisions-lane';
import { ROW } from './lane';
import { messages } from './messages';
import { ReturnsLane } from './returns-lane';
import { StepsLane } from './steps-lane';
import type { Story } from './story';

/** Decisions, disbursement, returns, clearance steps and blockers over the same days. */
export function Timeline({ story }: { readonly story: Story }) {
  const t = useText(messages);
  const axis = axisOf(story);
  const decisions = 18;
  const course = decisions + 52;
  const returns = course + 152;
  const steps = returns + 28;
  const blockers = steps + 14 + ROW * Math.max(1, story.steps.length);
  const shown = Math.min(story.blockers.length, SHOWN_BLOCKERS + 1);
  const bottom = blockers + 14 + ROW * Math.max(1, shown);
  const lanes = [
    { name: t.decisions, top: decisions },
    { name: t.cumulative, top: course },
    { name: t.reports, top: returns },
    { name: t.steps, top: steps },
    { name: t.blockers, top: blockers },
  ];
  return (
    <Section title={t.line} end={t.lineKey} className="pj-line">
      <svg className="tl" viewBox={`0 0 ${WIDTH} ${bottom}`} role="img" aria-label={t.lineDescribed}>
        <Months axis={axis} bottom={bottom} />
        {lanes.map(({ name, top }) => (
          <g key={name}>
            <path d={`M0 ${top}H${RIGHT}`} className="tl-rule" />
            <text x="0" y={top + 20} className="tl-name">
              {name}
            </text>
          </g>
        ))}
        {/* Below the lanes, so that their words stay readable. */}
        <Today today={story.today} axis={axis} bottom={bottom} />
        <CourseLane story={story} axis={axis} top={course} />
        <DecisionsLane story={story} axis={axis} top={decisions} />
        <ReturnsLane story={story} axis={axis} top={returns} />
        <StepsLane story={story} axis={axis} top={steps} />
        <BlockersLane story={story} axis={axis} top={blockers} />
      </svg>
    </Section>
  );
}

function Months({ axis, bottom }: { readonly axis: Axis; readonly bottom: number }) {
  const t = useText(messages);
  const { x, months, end } = axis;
  return months.map(({ start, month, year }, index) => {
    const next = months[index + 1]?.start ?? end;
    return (
      <g key={start}>
        {x(start) > LEFT && <path d={`M${x(start)} 18V${bottom}`} className="tl-month" />}
        <text x={(x(start) + x(next)) / 2} y="12" textAnchor="middle">
          {t.month(month)}
          {(index === 0 || month === 1) && `/${year}`}
        </text>
      </g>
    );
  });
}

function Today({
  today,
  axis,
  bottom,
}: {
  readonly today: string;
  readonly axis: Axis;
  readonly bottom: number;
}) {
  const t = useText(messages);
  const formats = useFormats();
  const at = axis.x(today);
  return (
    <g>
      <path d={`M${at} 18V${bottom}`} className="tl-today" />
      <rect x={at - 36} y="0" width="72" height="18" className="tl-today-box" />
      <text x={at} y="13" textAnchor="middle" className="tl-today-text">
        {t.now(formats.shortDate(today))}
      </text>
    </g>
  );
}
