import { useQuery } from '@tanstack/react-query';
import type { WeekDigestView } from '@thongvon/contracts';
import { QueryStates } from '../../shared';
import { Course, curveQuery } from '../../shared/course';

/** The plan year as far as it had come on the letter's day, and where it was heading. */
export function CourseOfWeek({ digest: { asOf, planYear } }: { readonly digest: WeekDigestView }) {
  const curve = useQuery({
    ...curveQuery({ planYear, ...(asOf === null ? {} : { asOf }) }),
    enabled: asOf !== null,
  });
  if (asOf === null) return null;
  return <QueryStates query={curve}>{(course) => <Course course={course} asOf={asOf} />}</QueryStates>;
}
