import { useId } from 'react';
import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import type { CourseScales } from './course-scales';
import { messages } from './messages';
import { silences } from './reading';

interface CourseAxesProps {
  readonly course: CurveView;
  readonly scales: CourseScales;
}

/** Percent, months, and hatching over the weeks of which nothing is known. */
export function CourseAxes({ course, scales }: CourseAxesProps) {
  const { left, right, bottom, narrow, x, y } = scales;
  const t = useText(messages);
  return (
    <>
      <Silences course={course} scales={scales} />
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

/** Weeks without figures are hatched; old figures up to today, which is marked. */
function Silences({ course, scales }: CourseAxesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { left, right, top, bottom, narrow, x } = scales;
  const hatch = useId();
  const { stale, businessDay } = course.reckoning;
  const first = course.points[0]?.asOf;
  return (
    <>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" className="cv-hatch" />
        </pattern>
      </defs>
      {silences(course).map(({ from, to }) => (
        <rect
          key={from}
          className="cv-unknown"
          x={x(from)}
          y={top}
          width={x(to) - x(from)}
          height={bottom - top}
          fill={`url(#${hatch})`}
        />
      ))}
      {first !== undefined && x(first) - left > 120 && !narrow && (
        <text x={left + 8} y={top + 16}>
          {t.noWeeks(formats.shortDate(first))}
        </text>
      )}
      {stale && businessDay <= course.lastDay && (
        <>
          <path d={`M${x(businessDay)} ${top}V${bottom}`} className="cv-today" />
          <text
            className="cv-strong cv-halo"
            x={x(businessDay) + (right - x(businessDay) > 110 ? 5 : -5)}
            y={bottom - 8}
            textAnchor={right - x(businessDay) > 110 ? 'start' : 'end'}
          >
            {t.today(formats.shortDate(businessDay))}
          </text>
        </>
      )}
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
