import { useQuery } from '@tanstack/react-query';
import type { ListOf, OrganizationView, PastCourseView, SetPastCourseRequest } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { officesQuery } from '../../api/offices';
import { useToday, useUser } from '../../api/session';
import { type Messages, useFormats, useMoney, useText, withValues } from '../../language';
import { Loading, QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { DongInput } from '../../shared/form/dong-input';
import { given, TextField } from '../../shared/form/fields';
import { Form, useChange, useFields } from '../../shared/form/form';
import { inGroups, useMonthSums } from '../../shared/month-sums/month-sums';
import { type BesideSums, MonthEntry, MonthTable } from '../../shared/month-sums/month-table';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { wholeDong } from '../../shared/form/typed';
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
      <h1 className="page-head">{t.title(year)}</h1>
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

interface PastCourseProps {
  readonly office: string;
  readonly planYear: number;
  /** Undefined while nobody has entered it. */
  readonly course: PastCourseView | undefined;
}

/** What was entered of the year; finance officers type it, others read it. */
function PastCourse({ office, planYear, course }: PastCourseProps) {
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
  const money = useMoney();
  const share = points.at(-1)?.rate ?? null;
  const notes = [t.known(money(planned), formats.percent(share)), document, t.entered(formats.instant(at))];
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

interface PastCourseFormProps {
  readonly office: string;
  readonly planYear: number;
  /** What it begins with. */
  readonly course: PastCourseView | undefined;
}

/** The year's plan, what was disbursed by the end of each month, and from which report. */
function PastCourseForm({ office, planYear, course }: PastCourseFormProps) {
  const t = useText(messages);
  const { values, field } = useFields({ planned: inGroups(course?.planned ?? ''), document: '' });
  const typing = useMonthSums(
    course?.points.map(({ disbursed }) => disbursed),
    true,
  );
  const { sums } = typing;
  const planned = wholeDong(values.planned);
  const share = useShare(course?.planned === planned ? course : undefined);
  const change = useChange<SetPastCourseRequest, PastCourseView>(
    'PUT',
    `/api/organizations/${office}/past-course`,
    { stale: [pastCoursesQuery(office).queryKey, ['disbursements', 'curve']] },
  );
  const submit = () => {
    if (planned === null || sums === undefined) return;
    change.mutate({ planYear, planned, cumulative: [...sums], ...given('document', values.document) });
  };
  return (
    <Form submit={t.save} change={change} ready={planned !== null && sums !== undefined} onSubmit={submit}>
      <div className="form-narrow">
        <DongInput {...field('planned')} label={t.planned} />
      </div>
      <MonthEntry planYear={planYear} caption={t.title(planYear)} typing={typing} beside={[share]} />
      <div className="form-narrow">
        <TextField {...field('document')} label={t.document} maxLength={500} />
      </div>
      {course !== undefined && <p className="small muted">{t.keeps}</p>}
    </Form>
  );
}

/** The years that were typed of an office. */
const pastCoursesQuery = (organizationId: string) =>
  getQuery<ListOf<PastCourseView>>(
    ['organizations', organizationId, 'past-courses'],
    `/api/organizations/${organizationId}/past-courses`,
  );

/** Next to each month its sum as a share of the year's plan; of a sum that is being typed once it is saved. */
function useShare(saved: PastCourseView | undefined): BesideSums {
  const t = useText(messages);
  const formats = useFormats();
  return {
    title: t.share,
    cell: ({ end }, sum) => {
      const { disbursed, rate = null } = saved?.points.find(({ asOf }) => asOf === end) ?? {};
      return rate === null || disbursed !== sum?.toString() ? null : formats.percent(rate);
    },
  };
}

const messages = {
  pageTitle: { vi: 'Giải ngân năm trước', en: 'Last year’s course' },
  title: withValues('Giải ngân năm {}, từng tháng', 'Disbursed in {}, month by month'),
  what: {
    vi: 'Để so với cùng kỳ khi hệ thống chưa có số của năm đó: nhập theo báo cáo đã gửi, của đơn vị và các đơn vị bên dưới, chỉ phần kế hoạch vốn của năm. Năm đã có báo cáo trong hệ thống thì dùng số báo cáo.',
    en: 'To compare with the same time of a year that the system has no figures of: from reports that were sent, of the office with all below it, and of that year’s own plan only. Where the system has reports of the year, those count.',
  },
  office: { vi: 'Đơn vị', en: 'Office' },
  year: { vi: 'Năm kế hoạch', en: 'Plan year' },
  none: { vi: 'Chưa nhập năm này.', en: 'This year has not been entered.' },
  byOfficers: { vi: 'Cán bộ tài chính nhập số này.', en: 'Finance officers enter it.' },
  known: withValues(
    'Kế hoạch cuối năm {planned}, giải ngân {share}',
    'Plan at the year’s end {planned}, disbursed {share}',
  ),
  entered: withValues('nhập {}', 'entered {}'),
  keeps: {
    vi: 'Lưu lại thì số mới thay số đang dùng; số cũ vẫn được giữ.',
    en: 'What is saved takes the place of what is there, which is kept.',
  },
  planned: { vi: 'Kế hoạch vốn đến cuối năm (đồng)', en: 'Capital plan at the year’s end (đồng)' },
  share: { vi: '% kế hoạch', en: '% of the plan' },
  document: { vi: 'Theo báo cáo (không bắt buộc)', en: 'From which report (optional)' },
  save: { vi: 'Lưu số năm trước', en: 'Save' },
} satisfies Messages;
