import { useQuery } from '@tanstack/react-query';
import type { CurveView } from '@thongvon/contracts';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { heldQuery } from '../capital-held/queries';
import { CourseChart } from './course-chart';
import { hasPace, missingAtEnd, percentOf } from './course-figures';
import { LastYear } from './last-year';
import { messages } from './messages';

interface CourseProps {
  readonly course: CurveView;
  readonly asOf: string;
  /** Whether what stands around it is filtered, which the course never is. */
  readonly isFiltered?: boolean;
}

/** The course of the year; its heading is what it comes to. */
export function Course({ course, asOf, isFiltered = false }: CourseProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  return (
    <figure className="cv-frame">
      <h2>
        <Finding course={course} />
      </h2>
      {course.planned !== null && (
        <p className="small muted">
          {t.courseNote(`${formats.amount(course.planned)} ${long}`)}
          {isFiltered && `. ${t.whole}`}
        </p>
      )}
      <CourseChart course={course} asOf={asOf} />
      <LastYear course={course} />
    </figure>
  );
}

function Finding({ course }: { readonly course: CurveView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const held = useHeldShare(course);
  const missing = missingAtEnd(course, 'keepingPace');
  const target = course.milestones.at(-1);
  if (!hasPace(course) || missing === null || target === undefined) return t.noForecast;
  const day = formats.date(course.lastDay);
  const where = held === null ? '' : `; ${t.heldBy(formats.percent(held, 0), course.blockedProjects)}`;
  return missing <= 0n
    ? t.reaches(formats.percent(target.percent, 0), day)
    : `${t.misses(`${formats.amount(missing.toString())} ${short}`, day)}${where}`;
}

/** Percent of what is still to be disbursed that open blockers hold; null when none do or it isn't known. */
function useHeldShare({ planYear, planned, points }: CurveView): number | null {
  const today = useToday();
  const held = useQuery({ ...heldQuery({ planYear, asOf: today ?? '' }), enabled: today !== undefined });
  const disbursed = points.at(-1)?.disbursed ?? null;
  if (planned === null || disbursed === null || !held.data || held.data.blockers === 0) return null;
  return percentOf(held.data.capitalHeld, (BigInt(planned) - BigInt(disbursed)).toString());
}
