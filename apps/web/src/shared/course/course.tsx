import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { CourseChart } from './course-chart';
import { LastYear } from './last-year';
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
  const formats = useFormats();
  const { long } = useUnitNames();
  return (
    <figure className="cv-frame">
      <h2>
        <Finding course={course} held={held} />
      </h2>
      {course.planned !== null && (
        <p className="small muted">
          {t.courseNote(`${formats.amount(course.planned)} ${long}`)}
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
  const { short } = useUnitNames();
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
    : `${t.misses(pace, `${formats.amount(missing)} ${short}`, day)}${where}`;
}
