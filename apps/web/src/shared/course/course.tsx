import { Link } from 'wouter';
import type { CurveView } from '@thongvon/api-contract';
import { daysBetween, plainDate } from '@thongvon/kernel';
import { useToday, useUser } from '../../api/session';
import { useFormats, useMoney, useText } from '../../language';
import { hasPace, planYearOf } from '../plan-year';
import { CourseChart } from './course-chart';
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
        <OldFigures course={course} />
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
      <p className="small muted">
        <LastYear course={course} />
        {hasPace(course) && course.blockedProjects > 0 && ` ${t.bands}`}
      </p>
    </figure>
  );
}

/** How old the figures are that all the rest goes by. */
function OldFigures({ course: { reckoning } }: { readonly course: CurveView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { stale, figuresOn, businessDay } = reckoning;
  if (!stale || figuresOn === null) return null;
  const age = daysBetween(plainDate(figuresOn), plainDate(businessDay));
  return <>{t.oldFigures(age, formats.shortDate(figuresOn))}. </>;
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
  if (previousYear !== null && previousYear.planned === null) return t.lastYearNoPlan(year);
  if (previousYear !== null) return `${(previousYear.entered ? t.lastYearEntered : t.lastYear)(year)}.`;
  if (previousYearReason === 'not-applicable') return t.lastYearElsewhere(year);
  return (
    <>
      {t.lastYearNone(year)}
      {role === 'finance-officer' && isOver && (
        <>
          {' '}
          <Link href={`/nam-truoc?nam=${year}`} className="noprint">
            {t.enterLastYear}
          </Link>
        </>
      )}
    </>
  );
}
