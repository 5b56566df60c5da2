import { memo, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { CourseAxes } from './course-axes';
import './course-chart.css';
import { CourseEnds, CourseKeys, useEndsWidth } from './course-ends';
import { CourseLines, WeekMark } from './course-lines';
import { CourseReadout, WeekSlider } from './course-readout';
import { type CourseScales, courseScales } from './course-scales';
import { messages } from './messages';
import { nearestWeek, weekOfFigures } from './reading';

interface CourseChartProps {
  readonly course: CurveView;
  readonly asOf: string;
}

/** Narrower than this, ends are named below the drawing instead of next to it. */
const NARROW = 620;

/** The plan year as lines, and what they come to in the week that somebody points at, touches or slides to. */
export function CourseChart({ course, asOf }: CourseChartProps) {
  const [frame, width] = useWidth();
  const narrow = width < NARROW;
  const ends = useEndsWidth(course);
  const scales = useMemo(() => courseScales(course, { width, narrow, ends }), [course, width, narrow, ends]);
  const [picked, pick] = useState<string>();
  const { weeks } = course;
  const found = weeks.findIndex(({ on }) => on === picked);
  const at = found < 0 ? weekOfFigures(course) : found;
  const week = weeks[at];
  const { left, right, top } = scales;
  const read = ({ currentTarget, clientX }: PointerEvent<SVGRectElement>): void => {
    const box = currentTarget.getBoundingClientRect();
    const place = left + ((clientX - box.left) / box.width) * (right - left);
    pick(weeks[nearestWeek(weeks, scales.timeAt(place))]?.on);
  };
  return (
    <div ref={frame} className={narrow ? 'cv-narrow' : undefined}>
      {week !== undefined && <CourseReadout course={course} week={week} />}
      <svg
        className="cv"
        viewBox={`0 0 ${scales.width} ${scales.height}`}
        role="img"
        aria-label={useChartInWords(course, asOf)}
      >
        <Lines course={course} scales={scales} />
        {found >= 0 && week !== undefined && <WeekMark week={week} scales={scales} />}
        <rect
          className="cv-hot"
          x={left}
          y={top}
          width={right - left}
          height={scales.height - top}
          onPointerDown={read}
          onPointerMove={read}
          onPointerLeave={({ pointerType }) => pointerType === 'mouse' && pick(undefined)}
        />
      </svg>
      {week !== undefined && (
        <WeekSlider course={course} week={week} scales={scales} at={at} onSlide={({ on }) => pick(on)} />
      )}
      {narrow && <CourseKeys course={course} />}
    </div>
  );
}

/** What stays while somebody goes from week to week. */
const Lines = memo(function Lines({
  course,
  scales,
}: {
  readonly course: CurveView;
  readonly scales: CourseScales;
}) {
  return (
    <>
      <CourseAxes course={course} scales={scales} />
      <CourseLines course={course} scales={scales} />
      {!scales.narrow && <CourseEnds course={course} scales={scales} />}
    </>
  );
});

/** What the drawing comes to, for who can't see it. */
function useChartInWords(course: CurveView, asOf: string): string {
  const t = useText(messages);
  const formats = useFormats();
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
  return `${t.courseTitle(course.planYear)}. ${reported.join('. ')}`;
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
