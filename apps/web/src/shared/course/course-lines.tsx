import { area, line } from 'd3-shape';
import { scaleLinear, type ScaleLinear, type ScaleTime, scaleUtc } from 'd3-scale';
import type { CurveView } from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import { useFormats, useMoney, useText } from '../../language';
import { timeOf, widthShare } from '../drawing';
import { hasPace } from '../plan-year';
import { messages } from './messages';

interface CourseLinesProps {
  readonly course: CurveView;
  readonly scales: CourseScales;
}

type Spot = readonly [day: string, percent: number];

/** Last year and the milestones below, then the forecast's fan, what is needed, and what was disbursed on top. */
export function CourseLines({ course, scales }: CourseLinesProps) {
  const { x, y } = scales;
  const draw = line<Spot>()
    .x(([day]) => x(day))
    .y(([, percent]) => y(percent));
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
      <path
        className="cv-quarters"
        d={
          draw([[`${planYear}-01-01`, 0], ...milestones.map(({ on, percent }): Spot => [on, percent])]) ?? ''
        }
      />
      <Milestones course={course} scales={scales} />
      {hasPace(course) && <Forecast course={course} scales={scales} />}
      {now !== undefined && target !== undefined && target.percent > now[1] && (
        <path className="cv-need" d={draw([now, [target.on, target.percent]]) ?? ''} />
      )}
      <path className="cv-actual" d={draw(actual) ?? ''} />
      {actual.map(([day, percent]) => (
        <circle key={day} className="cv-dot" cx={x(day)} cy={y(percent)} r={day === now?.[0] ? 4 : 2.2} />
      ))}
      {now !== undefined && <Now spot={now} rate={course.rate} scales={scales} />}
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
  return course.milestones.map(({ on, percent }, index) => (
    <g key={on}>
      <path className="cv-diamond" d={`M${x(on)} ${y(percent) - 4}l4 4-4 4-4-4z`} />
      {!narrow && index < course.milestones.length - 1 && (
        <text className="cv-halo" x={x(on) + 8} y={y(percent) + 15}>
          {t.quarterly(formats.percent(percent, 0))}
        </text>
      )}
    </g>
  ));
}

function Forecast({ course, scales }: CourseLinesProps) {
  const { x, y } = scales;
  const of = (key: 'keepingPace' | 'blockedStandStill'): Spot[] =>
    spots(
      course.forecast.map((point) => [point.asOf, point[key]]),
      course.planned,
    );
  const keeping = of('keepingPace');
  const still = of('blockedStandStill');
  const draw = line<Spot>()
    .x(([day]) => x(day))
    .y(([, percent]) => y(percent));
  const fan = area<Spot>()
    .x(([day]) => x(day))
    .y0((_, index) => y(still[index]?.[1] ?? 0))
    .y1(([, percent]) => y(percent));
  return (
    <>
      <path className="cv-fan" d={fan(keeping) ?? ''} />
      <path className="cv-forecast" d={draw(keeping) ?? ''} />
      {course.blockedProjects > 0 && <path className="cv-forecast cv-still" d={draw(still) ?? ''} />}
    </>
  );
}

interface NowProps {
  readonly spot: Spot;
  readonly rate: string | null;
  readonly scales: CourseScales;
}

/** The rate next to the last point. */
function Now({ spot: [day, percent], rate, scales: { x, y } }: NowProps) {
  const t = useText(messages);
  const formats = useFormats();
  const end = x(day) > 160;
  return (
    <g textAnchor={end ? 'end' : 'start'}>
      <text className="cv-now cv-halo" x={x(day) + (end ? -10 : 10)} y={y(percent) - 8}>
        {rate === null ? '' : formats.percent(rate)}
      </text>
      <text className="cv-halo" x={x(day) + (end ? -10 : 10)} y={y(percent) - 24}>
        {t.actual(formats.shortDate(day))}
      </text>
    </g>
  );
}

interface End {
  readonly percent: number;
  readonly head: string;
  readonly note: string;
  readonly accent: boolean;
}

/** Each label has two lines; closer than this they would overlap. Pixels. */
const APART = 36;

/** Where the lines end, next to them. */
export function CourseEnds({
  course,
  scales,
}: {
  readonly course: CurveView;
  readonly scales: CourseScales;
}) {
  const ends = useEnds(course).map((end) => ({ ...end, at: scales.y(end.percent) + 2 }));
  ends.sort((one, other) => one.at - other.at);
  ends.forEach((end, index) => {
    const above = ends[index - 1];
    if (above && end.at - above.at < APART) end.at = above.at + APART;
  });
  const left = scales.right + 10;
  return ends.map(({ head, note, accent, at }) => (
    <g key={note}>
      <text className={accent ? 'cv-accent' : 'cv-strong'} x={left} y={at}>
        {head}
      </text>
      <text x={left} y={at + 15}>
        {note}
      </text>
    </g>
  ));
}

/** The same below a narrow drawing. */
export function CourseKeys({ course }: { readonly course: CurveView }) {
  return (
    <ul className="cv-keys">
      {useEnds(course).map(({ head, note }) => (
        <li key={note}>
          <strong>{head}</strong> {note}
        </li>
      ))}
    </ul>
  );
}

function useEnds(course: CurveView): End[] {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { milestones, lastDay, neededPerWeek, atEnd, blockedProjects } = course;
  const target = milestones.at(-1);
  const led = (key: 'keepingPace' | 'blockedStandStill', note: string): End[] => {
    const { rate = null, missing = '0' } = atEnd[key] ?? {};
    if (rate === null || target === undefined) return [];
    const text = formats.percent(rate);
    const head = BigInt(missing) > 0n ? t.missing(text, money(missing)) : text;
    return [{ percent: Number(rate), note, accent: true, head }];
  };
  return [
    ...(target === undefined
      ? []
      : [
          {
            percent: target.percent,
            head: t.targetBy(formats.percent(target.percent, 0), formats.shortDate(lastDay)),
            note: neededPerWeek === null ? '' : t.needed(money(neededPerWeek)),
            accent: false,
          },
        ]),
    ...(hasPace(course) ? led('keepingPace', t.keeping) : []),
    ...(hasPace(course) && blockedProjects > 0 ? led('blockedStandStill', t.standing(blockedProjects)) : []),
  ];
}

/** Where days and percents lie in the drawing. */
export interface CourseScales {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly narrow: boolean;
  /** Of a date `YYYY-MM-DD`. */
  readonly x: (day: string) => number;
  /** Of percent of the plan in force. */
  readonly y: (percent: number) => number;
}

/** From 1 January to 31 January of the next year; to 100 percent, or more where more was disbursed. */
export function courseScales(course: CurveView, width: number, narrow: boolean): CourseScales {
  const height = narrow ? 236 : 288;
  const edges = {
    left: narrow ? 30 : 44,
    right: width - (narrow ? 12 : 186),
    top: narrow ? 14 : 18,
    bottom: height - 26,
  };
  const most = Math.max(
    100,
    ...course.points.map(({ disbursed }) => 100 * widthShare(disbursed, course.planned)),
  );
  const x: ScaleTime<number, number> = scaleUtc(
    [timeOf(`${course.planYear}-01-01`), timeOf(course.lastDay)],
    [edges.left, edges.right],
  );
  const y: ScaleLinear<number, number> = scaleLinear([0, most], [edges.bottom, edges.top]);
  return { width, height, ...edges, narrow, x: (day) => x(timeOf(day)), y: (percent) => y(percent) };
}
