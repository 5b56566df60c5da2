import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { CourseAxes } from './course-axes';
import { CourseEnds, CourseKeys } from './course-ends';
import { CourseLines } from './course-lines';
import { courseScales } from './course-scales';
import { messages } from './messages';
import './course-chart.css';

interface CourseChartProps {
  readonly course: CurveView;
  readonly asOf: string;
}

/** Narrower than this, ends are named below the drawing instead of next to it. */
const NARROW = 620;

/** The plan year as lines: targets, what was disbursed, what is needed, where it leads. Reported in words as well. */
export function CourseChart({ course, asOf }: CourseChartProps) {
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
