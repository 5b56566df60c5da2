import { scaleLinear, scaleUtc } from 'd3-scale';
import type { CurveView } from '@thongvon/api-contract';
import { timeOf, widthShare } from '../drawing';

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
  /** The instant at a place of the axis. */
  readonly timeAt: (x: number) => number;
}

/** From 1 January to 31 January of the next year; to 100 percent, or more where more was disbursed. `ends`: room for their labels. */
export function courseScales(
  course: CurveView,
  { width, narrow, ends }: { readonly width: number; readonly narrow: boolean; readonly ends: number },
): CourseScales {
  const height = narrow ? 236 : 288;
  const edges = {
    left: narrow ? 30 : 44,
    right: width - (narrow ? 16 : ends),
    top: narrow ? 14 : 18,
    bottom: height - 26,
  };
  const most = Math.max(
    100,
    ...course.points.map(({ disbursed }) => 100 * widthShare(disbursed, course.planned)),
  );
  const x = scaleUtc([timeOf(`${course.planYear}-01-01`), timeOf(course.lastDay)], [edges.left, edges.right]);
  const y = scaleLinear([0, most], [edges.bottom, edges.top]);
  return {
    width,
    height,
    ...edges,
    narrow,
    x: (day) => x(timeOf(day)),
    y: (percent) => y(percent),
    timeAt: (place) => x.invert(place).getTime(),
  };
}
