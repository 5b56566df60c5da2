import type { BlockerView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { Section } from '../../shared';
import { type Axis, axisOf, fitted, type LaneProps, LEFT, RIGHT, ROW, WIDTH } from './axis';
import { CourseLane, StepsLane } from './lanes';
import { messages } from './messages';
import { wordsOf } from './events';
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

/** A dot for each day that was reported. */
function ReturnsLane({ story: { reported }, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const last = reported.at(-1);
  return (
    <>
      {reported.map(({ asOf }) => (
        <circle key={asOf} cx={x(asOf)} cy={top + 14} r="4.5" className="tl-dot" />
      ))}
      {last !== undefined && (
        <text x={x(last.asOf) + 14} y={top + 18} className="tl-halo">
          {t.count(reported.length)}
        </text>
      )}
    </>
  );
}

/** Room that a decision's words need. */
const WORDS = 200;

/** A square where the plan was decided, with its words where there is room for them. */
function DecisionsLane({ story: { decisions }, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  let taken = 0;
  return decisions.map((decision, index) => {
    const at = x(decision.on);
    const next = decisions[index + 1];
    const until = next === undefined ? RIGHT : x(next.on);
    const before = at - taken > WORDS + 190 && until - at < WORDS;
    const fits = before || until - at >= WORDS;
    if (fits) taken = before ? at : at + WORDS;
    return (
      <g key={`${decision.on} ${decision.number}`}>
        <path d={`M${at} ${top + 20}V${top + 60}`} className="tl-stem" />
        <rect x={at - 5} y={top + 10} width="10" height="10" className="tl-square" />
        {fits && (
          <g textAnchor={before ? 'end' : 'start'}>
            <text x={at + (before ? -9 : 9)} y={top + 20} className="tl-strong tl-halo">
              {t.decision(decision.number)}, {formats.shortDate(decision.on)}
            </text>
            <text x={at + (before ? -9 : 9)} y={top + 36} className="tl-halo">
              {wordsOf(decision, { t, money })}
            </text>
          </g>
        )}
      </g>
    );
  });
}

/** So many are drawn; the others are in the list. */
const SHOWN_BLOCKERS = 5;

/** From the day that a blocker was opened to its due date; filled where it has waited past it. */
function BlockersLane({ story, axis, top }: LaneProps) {
  const t = useText(messages);
  const { blockers, today } = story;
  if (blockers.length === 0)
    return (
      <text x={LEFT} y={top + 20} className="tl-quiet">
        {t.noBlockers}
      </text>
    );
  const more = blockers.length - SHOWN_BLOCKERS;
  return (
    <>
      {blockers.slice(0, SHOWN_BLOCKERS).map((blocker, index) => (
        <Row key={blocker.id} blocker={blocker} today={today} axis={axis} top={top + 7 + ROW * index} />
      ))}
      {more > 0 && (
        <text x={LEFT} y={top + 20 + ROW * SHOWN_BLOCKERS}>
          {t.moreBlockers(more)}
        </text>
      )}
    </>
  );
}

interface RowProps extends Pick<LaneProps, 'axis' | 'top'> {
  readonly blocker: BlockerView;
  readonly today: string;
}

function Row({ blocker, today, axis: { x }, top }: RowProps) {
  const { openedOn, due, closedOn, state, description } = blocker;
  const from = x(openedOn);
  const overdue = state === 'overdue' && due !== null;
  const until = x(closedOn ?? due ?? today);
  const end = overdue ? x(today) : until;
  const words = useWords(blocker);
  const left = from - LEFT > 160;
  const right = end < RIGHT - 300;
  return (
    <g>
      <rect x={from} y={top + 2} width={Math.max(3, until - from)} height="12" className="tl-waits" />
      {overdue && (
        <rect x={until} y={top + 2} width={Math.max(3, end - until)} height="12" className="tl-over" />
      )}
      {left && (
        <text x={from - 8} y={top + 12} textAnchor="end">
          {fitted(description, from - LEFT - 8)}
        </text>
      )}
      <text
        x={right ? end + 10 : RIGHT}
        y={top + 12}
        textAnchor={right ? 'start' : 'end'}
        className={`tl-halo ${overdue ? 'tl-strong tl-alarm' : ''}`}
      >
        {left ? words : fitted(`${words}: ${description}`, (right ? RIGHT - end : 300) - 10)}
      </text>
    </g>
  );
}

/** Its due date and what it holds. */
function useWords({ state, due, daysOverdue, closedOn, capitalHeld }: BlockerView): string {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const parts = [
    closedOn === null ? null : t.closed(formats.shortDate(closedOn)),
    state === 'overdue' ? t.late(daysOverdue ?? 0) : null,
    state === 'open' && due !== null ? t.dueOn(formats.shortDate(due)) : null,
    state === 'closed' || capitalHeld === null ? null : t.holds(money(capitalHeld)),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
