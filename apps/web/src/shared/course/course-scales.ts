import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3-scale';
import type { CurveView } from '@thongvon/api-contract';
import { widthShare } from '../drawing';

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

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

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
    [at(`${course.planYear}-01-01`), at(course.lastDay)],
    [edges.left, edges.right],
  );
  const y: ScaleLinear<number, number> = scaleLinear([0, most], [edges.bottom, edges.top]);
  return { width, height, ...edges, narrow, x: (day) => x(at(day)), y: (percent) => y(percent) };
}
