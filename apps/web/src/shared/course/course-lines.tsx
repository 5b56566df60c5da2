import { area, line } from 'd3-shape';
import type { CurveView, CurveWeekView } from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import { useFormats, useText } from '../../language';
import { widthShare } from '../drawing';
import { hasPace } from '../plan-year';
import type { CourseScales } from './course-scales';
import { messages } from './messages';
import { bandsOf, forecastLines, isNamedBelow, pieces, silences, type Spot } from './reading';

interface CourseLinesProps {
  readonly course: CurveView;
  readonly scales: CourseScales;
}

const drawn = ({ x, y }: CourseScales) =>
  line<Spot>()
    .x(([day]) => x(day))
    .y(([, percent]) => y(percent));

/** Last year below, then the forecast, the milestones, what is needed, what was disbursed; names on top of all lines. */
export function CourseLines({ course, scales }: CourseLinesProps) {
  const { x, y } = scales;
  const draw = drawn(scales);
  const { planned, planYear, milestones, previousYear } = course;
  const actual = spots(
    course.points.map(({ asOf, disbursed }) => [asOf, disbursed]),
    planned,
  );
  const now = actual.at(-1);
  const target = milestones.at(-1);
  const before = spots(
    [
      // What was entered is of months, which all begin somewhere: the first one with nothing.
      ...(previousYear?.entered === true ? [[`${planYear}-01-01`, '0'] as const] : []),
      ...(previousYear?.points ?? []).map(
        ({ asOf, disbursed }) => [addDays(plainDate(asOf), 365), disbursed] as const,
      ),
    ],
    previousYear?.planned ?? null,
  );
  return (
    <>
      <path className="cv-last" d={draw(before) ?? ''} />
      {hasPace(course) && <Forecast course={course} scales={scales} now={now} />}
      <path
        className="cv-quarters"
        d={
          draw([[`${planYear}-01-01`, 0], ...milestones.map(({ on, percent }): Spot => [on, percent])]) ?? ''
        }
      />
      {now !== undefined && target !== undefined && target.percent > now[1] && (
        <path className="cv-need" d={draw([now, [target.on, target.percent]]) ?? ''} />
      )}
      {pieces(actual, silences(course)).map((piece) => (
        <path key={piece[0]?.[0]} className="cv-actual" d={draw(piece) ?? ''} />
      ))}
      {actual.map(([day, percent]) => (
        <circle key={day} className="cv-dot" cx={x(day)} cy={y(percent)} r={day === now?.[0] ? 4 : 2.2} />
      ))}
      <Milestones course={course} scales={scales} />
      {now !== undefined && <Now spot={now} course={course} scales={scales} />}
    </>
  );
}

/** Where the points of a line lie. */
function spots(points: readonly (readonly [string, string | null])[], planned: string | null): Spot[] {
  return points.flatMap(([day, disbursed]): Spot[] =>
    disbursed === null || planned === null || planned === '0'
      ? []
      : [[day, 100 * widthShare(disbursed, planned)]],
  );
}

function Milestones({ course, scales }: CourseLinesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { x, y, narrow } = scales;
  return course.milestones.map((milestone, index) => {
    const { on, percent } = milestone;
    const isBelow = isNamedBelow(course, milestone);
    return (
      <g key={on}>
        <path className="cv-diamond" d={`M${x(on)} ${y(percent) - 4}l4 4-4 4-4-4z`} />
        {!narrow && index < course.milestones.length - 1 && (
          <text
            className="cv-halo"
            x={x(on) + (isBelow ? 9 : -10)}
            y={y(percent) + (isBelow ? 15 : -6)}
            textAnchor={isBelow ? 'start' : 'end'}
          >
            {t.milestone(formats.percent(percent, 0), formats.shortDate(on))}
          </text>
        )}
      </g>
    );
  });
}

/** A fan from the newest figures on, dashed and paler than what was disbursed; one line where nothing is blocked. */
function Forecast({ course, scales, now }: CourseLinesProps & { readonly now: Spot | undefined }) {
  const { x, y } = scales;
  const draw = drawn(scales);
  const lines = forecastLines(course.weeks, now);
  const shown = course.blockedProjects > 0 ? lines : lines.slice(-1);
  return (
    <>
      {bandsOf(shown).map(({ low, high, isInner }, step) => {
        const fan = area<Spot>()
          .x(([day]) => x(day))
          .y0((_, index) => y(low[index]?.[1] ?? 0))
          .y1(([, percent]) => y(percent));
        return <path key={step} className={`cv-band ${isInner ? 'cv-inner' : ''}`} d={fan(high) ?? ''} />;
      })}
      {shown
        .filter((_, step) => step % 2 === 0)
        .map((each, step) => (
          <path key={step} className="cv-forecast" d={draw(each) ?? ''} />
        ))}
    </>
  );
}

/** How much room the label needs beside the last point. Pixels. */
const LABEL = 110;

/** The rate next to the last point: above what is due, or below it, where no line runs. */
function Now({
  spot: [day, percent],
  course,
  scales: { x, y, right },
}: CourseLinesProps & { readonly spot: Spot }) {
  const t = useText(messages);
  const formats = useFormats();
  const { rate, expected } = course;
  const [left, at] = [x(day), y(percent)];
  const isBelow =
    rate !== null && expected !== null && Number(rate) < Number(expected) && left + LABEL < right;
  const isEnd = !isBelow && left > LABEL + 50;
  return (
    <g textAnchor={isEnd ? 'end' : 'start'}>
      <text className="cv-now cv-halo" x={left + (isEnd ? -10 : 10)} y={at + (isBelow ? 35 : -8)}>
        {rate === null ? '' : formats.percent(rate)}
      </text>
      <text className="cv-halo" x={left + (isEnd ? -10 : 10)} y={at + (isBelow ? 18 : -25)}>
        {t.actual(formats.shortDate(day))}
      </text>
    </g>
  );
}

/** The week that is read: a line through it, and a ring where it crosses each of the others. */
export function WeekMark({ week, scales }: { readonly week: CurveWeekView; readonly scales: CourseScales }) {
  const { x, y, top, bottom } = scales;
  const { on, actual, expected, previousYear, needed, forecast } = week;
  const rings = [expected, previousYear?.rate, needed, forecast?.[0], forecast?.at(-1)].flatMap((rate) =>
    rate == null ? [] : [[on, rate] as const],
  );
  if (actual?.rate != null) rings.push([actual.asOf, actual.rate]);
  return (
    <g className="cv-mark">
      <path d={`M${x(on)} ${top}V${bottom}`} />
      {rings.map(([day, rate], index) => (
        <circle key={index} cx={x(day)} cy={y(Number(rate))} r="3.5" />
      ))}
    </g>
  );
}
