import { useQuery } from '@tanstack/react-query';
import type { OrganizationView } from '@thongvon/api-contract';
import { officesQuery } from '../../api/offices';
import { useToday, useUser } from '../../api/session';
import { useText } from '../../language';
import { Loading, QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page-title';
import { planYearOf } from '../../shared/plan-year';
import { messages } from './messages';
import { PastCourse } from './past-course';
import { pastCoursesQuery } from './queries';
import './past-course.css';

/** How an office disbursed in a year that is over and of which the system has no figures. */
export function PastCoursePage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const today = useToday();
  const offices = useQuery(officesQuery);
  return (
    <main id="main" className="pc">
      <QueryStates query={offices}>
        {({ items }) =>
          today === undefined ? <Loading /> : <Chosen offices={items} newest={planYearOf(today) - 1} />
        }
      </QueryStates>
    </main>
  );
}

interface ChosenProps {
  readonly offices: readonly OrganizationView[];
  /** The last plan year that is over. */
  readonly newest: number;
}

function Chosen({ offices, newest }: ChosenProps) {
  const t = useText(messages);
  const { organizationId } = useUser();
  const { value, set } = useAddressState();
  const asked = Number(value('nam'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= newest ? asked : newest;
  const years = [...new Set([newest, newest - 1, newest - 2, year])];
  const office = offices.find(({ id }) => id === value('dv'))?.id ?? organizationId;
  const query = useQuery(pastCoursesQuery(office));
  return (
    <>
      <h1>{t.title(year)}</h1>
      <p className="small muted pc-what">{t.what}</p>
      <p className="tools noprint">
        <label>
          {t.office}
          <select className="control" value={office} onChange={({ target }) => set({ dv: target.value })}>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.year}
          <select className="control" value={year} onChange={({ target }) => set({ nam: target.value })}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </p>
      <QueryStates query={query}>
        {({ items }) => {
          const course = items.find(({ planYear }) => planYear === year);
          return (
            <PastCourse
              key={`${office} ${year} ${course?.at ?? ''}`}
              office={office}
              planYear={year}
              course={course}
            />
          );
        }}
      </QueryStates>
    </>
  );
}
