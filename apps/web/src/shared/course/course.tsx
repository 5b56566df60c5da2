import { Link } from 'wouter';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CurveView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, useMoney, useText } from '../../language';
import { planYearOf } from '../plan-year';
import './course-chart.css';
import { CourseEnds, CourseKeys, CourseLines, courseScales, type CourseScales } from './course-lines';
import { messages } from './messages';

interface CourseProps {
  readonly course: CurveView;
  readonly asOf: string;
  /** What blockers hold, where the page around it reckons on another day than the course: a frozen week. */
  readonly held?: Pick<CurveView['held'], 'share' | 'projects'>;
  /** Whether what stands around it is filtered, which the course never is. */
  readonly isFiltered?: boolean;
}

/** The course of the year; its heading is what it comes to. */
export function Course({ course, asOf, held = course.held, isFiltered = false }: CourseProps) {
  const t = useText(messages);
  const money = useMoney('long');
  return (
    <figure className="cv-frame">
      <h2>
        <Finding course={course} held={held} />
      </h2>
      {course.planned !== null && (
        <p className="small muted">
          {t.courseNote(money(course.planned))}
          {isFiltered && `. ${t.whole}`}
          {course.pace.reason === null &&
            course.pace.withoutPace > 0 &&
            `. ${t.withoutPace(course.pace.withoutPace)}`}
        </p>
      )}
      <CourseChart course={course} asOf={asOf} />
      <LastYear course={course} />
    </figure>
  );
}

function Finding({ course, held: { share, projects } }: Required<Pick<CourseProps, 'course' | 'held'>>) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const missing = course.atEnd.keepingPace?.missing ?? null;
  const target = course.milestones.at(-1);
  const { from, to, reason, since, silent } = course.pace;
  if (reason === 'too-old' && since !== null) return t.noForecastOld(silent, formats.shortDate(since));
  if (from === null || to === null || missing === null || target === undefined) return t.noForecast;
  const pace = t.between(formats.shortDate(from), formats.shortDate(to));
  const day = formats.date(course.lastDay);
  const where = share === null || projects === 0 ? '' : `; ${t.heldBy(formats.percent(share), projects)}`;
  return BigInt(missing) <= 0n
    ? t.reaches(pace, formats.percent(target.percent, 0), day)
    : `${t.misses(pace, money(missing), day)}${where}`;
}

/** Which line is last year's, or why there is none; who may enter it is led to where that is done. */
function LastYear({ course }: { readonly course: CurveView }) {
  const t = useText(messages);
  const { role } = useUser();
  const today = useToday();
  const { previousYear, previousYearReason, planYear } = course;
  const year = planYear - 1;
  const isOver = today !== undefined && planYear <= planYearOf(today);
  if (previousYear !== null)
    return previousYear.planned === null ? (
      <p className="small muted">{t.lastYearNoPlan(year)}</p>
    ) : (
      <p className="small muted cv-key">
        <svg width="28" height="8" aria-hidden="true">
          <path d="M2 4H26" className="cv-last" />
        </svg>
        {previousYear.entered ? t.lastYearEntered(year) : t.lastYear(year)}
      </p>
    );
  if (previousYearReason === 'not-applicable')
    return <p className="small muted">{t.lastYearElsewhere(year)}</p>;
  return (
    <p className="small muted">
      {t.lastYearNone(year)}
      {role === 'finance-officer' && isOver && (
        <>
          {' '}
          <Link href={`/nam-truoc?nam=${year}`} className="noprint">
            {t.enterLastYear}
          </Link>
        </>
      )}
    </p>
  );
}

interface CourseChartProps {
  readonly course: CurveView;
  readonly asOf: string;
}

/** Narrower than this, ends are named below the drawing instead of next to it. */
const NARROW = 620;

/** The plan year as lines: targets, what was disbursed, what is needed, where it leads. Reported in words as well. */
function CourseChart({ course, asOf }: CourseChartProps) {
  const t = useText(messages);
  const formats = useFormats();
  const [frame, width] = useWidth();
  const narrow = width < NARROW;
  const scales = courseScales(course, width, narrow);
  const { rate: now, milestones, atEnd } = course;
  const reported = [
    ...(now === null ? [] : [`${t.actual(formats.date(asOf))}: ${formats.percent(now)}`]),
    ...(['keepingPace', 'blockedStandStill'] as const).flatMap((key) => {
      const end = atEnd[key]?.rate ?? null;
      if (end === null || milestones.length === 0) return [];
      const how = key === 'keepingPace' ? t.keeping : t.standing(course.blockedProjects);
      return [`${how}: ${formats.percent(end)}`];
    }),
  ];
  return (
    <div ref={frame}>
      <svg
        className="cv"
        viewBox={`0 0 ${scales.width} ${scales.height}`}
        role="img"
        aria-label={`${t.courseTitle(course.planYear)}. ${reported.join('. ')}`}
      >
        <CourseAxes course={course} scales={scales} />
        <CourseLines course={course} scales={scales} />
        {!narrow && <CourseEnds course={course} scales={scales} />}
      </svg>
      {narrow && <CourseKeys course={course} />}
    </div>
  );
}

/** On a phone (base.css), where the drawing is as wide as the page. */
const PAGE_MARGIN = 16;

/** The width that the drawing has, in CSS pixels. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => Math.min(884, window.innerWidth - 2 * PAGE_MARGIN));
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    // Reported after the page has been laid out and before it is painted; asking here would have it laid out twice.
    const observer = new ResizeObserver(() =>
      flushSync(() => setWidth(Math.max(280, Math.round(element.clientWidth)))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}

interface CourseAxesProps {
  readonly course: CurveView;
  readonly scales: CourseScales;
}

/** Percent, months, and hatching over the weeks of which nothing is known. */
function CourseAxes({ course, scales }: CourseAxesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { left, right, top, bottom, narrow, x, y } = scales;
  const first = course.points[0]?.asOf;
  const until = first === undefined ? right : x(first);
  const hatch = useId();
  return (
    <>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="#d5cebf" strokeWidth="1.2" />
        </pattern>
      </defs>
      {until - left > 8 && (
        <rect
          className="cv-unknown"
          x={left}
          y={top}
          width={until - left}
          height={bottom - top}
          fill={`url(#${hatch})`}
        />
      )}
      {until - left > 120 && first !== undefined && !narrow && (
        <text x={left + 8} y={top + 16}>
          {t.noWeeks(formats.shortDate(first))}
        </text>
      )}
      {[0, 25, 50, 75, 100].map((percent) => (
        <g key={percent}>
          <path d={`M${left} ${y(percent)}H${right}`} className={percent === 0 ? 'cv-axis' : 'cv-grid'} />
          <text x={left - 6} y={y(percent) + 4} textAnchor="end">
            {percent === 100 && !narrow ? '100 %' : percent}
          </text>
        </g>
      ))}
      {months(course).map(({ start, middle, month }, index) => (
        <g key={start}>
          {index > 0 && <path d={`M${x(start)} ${bottom}v4`} className="cv-axis" />}
          {(!narrow || index % 3 === 0) && (
            <text x={x(middle)} y={bottom + 18} textAnchor="middle">
              {t.month(month)}
              {index === 12 && !narrow && `/${(course.planYear + 1) % 100}`}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** The thirteen months of the plan year. */
function months({ planYear }: CurveView): { start: string; middle: string; month: number }[] {
  return Array.from({ length: 13 }, (_, index) => {
    const month = (index % 12) + 1;
    const prefix = `${planYear + Math.floor(index / 12)}-${String(month).padStart(2, '0')}`;
    return { start: `${prefix}-01`, middle: `${prefix}-16`, month };
  });
}
