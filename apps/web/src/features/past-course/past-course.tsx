import type { PastCourseView } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { MonthTable } from '../../shared/month-sums';
import { messages } from './messages';
import { PastCourseForm } from './past-course-form';
import { useShare } from './use-share';

interface PastCourseProps {
  readonly office: string;
  readonly planYear: number;
  /** Undefined while nobody has entered it. */
  readonly course: PastCourseView | undefined;
}

/** What was entered of the year; finance officers type it, others read it. */
export function PastCourse({ office, planYear, course }: PastCourseProps) {
  const t = useText(messages);
  const { role } = useUser();
  return (
    <>
      {course === undefined ? (
        <p className="muted">
          {t.none}
          {role !== 'finance-officer' && ` ${t.byOfficers}`}
        </p>
      ) : (
        <Entered course={course} />
      )}
      {role === 'finance-officer' ? (
        <PastCourseForm office={office} planYear={planYear} course={course} />
      ) : (
        course !== undefined && <Months course={course} />
      )}
    </>
  );
}

function Entered({ course: { planned, points, document, at } }: { readonly course: PastCourseView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const share = points.at(-1)?.rate ?? null;
  const notes = [
    t.known(`${formats.amount(planned)} ${short}`, share === null ? '–' : formats.percent(share)),
    document,
    t.entered(formats.instant(at)),
  ];
  return <p role="status">{notes.filter((note) => note !== null).join('; ')}</p>;
}

function Months({ course }: { readonly course: PastCourseView }) {
  const t = useText(messages);
  const { planYear, points } = course;
  const share = useShare(course);
  return (
    <MonthTable
      planYear={planYear}
      caption={t.title(planYear)}
      sums={points.map(({ disbursed }) => BigInt(disbursed))}
      beside={[share]}
    />
  );
}
