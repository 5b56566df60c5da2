import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ConfirmHolidaysRequest,
  HolidayProposalQuery,
  HolidayProposalView,
  HolidayToDecide,
  HolidayView,
  HolidayYearView,
} from '@thongvon/api-contract';
import { dayOfWeek, plainDate, yearOf } from '@thongvon/kernel';
import { get, getQuery } from '../../api/client';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { DateText, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { columnsOf, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/form/date-input';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useForm } from '../../shared/form/use-form';
import { Filters } from '../../shared/list/list-page';
import { type SectionProps, weekdays } from './common';

const HOLIDAYS_KEY = ['holidays'] as const;

/** The days off of a year, which limits in working days are counted by: drafted, completed, confirmed. */
export function Holidays({ today }: SectionProps) {
  const t = useText(messages);
  const thisYear = yearOf(plainDate(today));
  const asked = useAddressState().value('nam') ?? `${thisYear}`;
  const year = Number(asked);
  // The year before and the two to come, and the one that the address names.
  const years = new Set([...[thisYear - 1, thisYear, thisYear + 1, thisYear + 2].map(String), asked]);
  const options = [...years].toSorted().map((one) => ({ value: one, name: one }));
  const holidays = useQuery(getQuery<HolidayYearView>([...HOLIDAYS_KEY, year], `/api/holidays/${year}`));
  return (
    <>
      <Filters filters={[{ kind: 'choice', name: 'nam', label: t.years, options, initial: `${thisYear}` }]} />
      <QueryStates query={holidays}>{(view) => <Year key={year} view={view} />}</QueryStates>
    </>
  );
}

function Year({ view }: { readonly view: HolidayYearView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { year, days, confirmedAt } = view;
  const [editing, setEditing] = useState(confirmedAt === null);
  const title = confirmedAt === null ? t.unconfirmed(year) : t.confirmed(year, days.length);
  return (
    <Section
      title={title}
      end={
        confirmedAt !== null && (
          <>
            {t.confirmedAt(formats.instant(confirmedAt))}
            {' · '}
            <button type="button" className="link noprint" onClick={() => setEditing(!editing)}>
              {editing ? t.stop : t.edit}
            </button>
          </>
        )
      }
    >
      {confirmedAt === null && <p className="ad-say">{t.provisional}</p>}
      {editing ? (
        <HolidayEditor view={view} onDone={() => setEditing(false)} />
      ) : (
        <HolidayTable caption={title} days={days} />
      )}
    </Section>
  );
}

interface HolidayEditorProps {
  readonly view: HolidayYearView;
  readonly onDone: () => void;
}

/** From what the law says, by what the person adds and takes out, to the days that are confirmed. */
function HolidayEditor({ view: { year, days, confirmedAt }, onDone }: HolidayEditorProps) {
  const t = useText(messages);
  const [draft, setDraft] = useState<readonly HolidayView[]>(days);
  const [proposed, setProposed] = useState<ReadonlySet<string>>(new Set());
  const { field, form } = useForm({
    fields: { reason: '' },
    labels: t,
    send: ['PUT', `/api/holidays/${year}`],
    request: ({ reason }): ConfirmHolidaysRequest | undefined =>
      draft.length === 0
        ? undefined
        : { days: [...draft], ...(confirmedAt === null ? {} : { reason: reason.trim() }) },
    stale: [HOLIDAYS_KEY],
    onDone,
  });
  /** A new proposal takes the place of the one before; what was added by hand stays. */
  const propose = (law: readonly HolidayView[]) => {
    const byHand = draft.filter(({ day }) => !proposed.has(day));
    setDraft(merged(byHand, law));
    setProposed(new Set(law.map(({ day }) => day)));
  };
  const remove = (gone: string) => setDraft(draft.filter(({ day }) => day !== gone));
  return (
    <div className="ad-holidays">
      <HolidayProposal year={year} onDays={propose} />
      <HolidayByHand year={year} onDays={(more) => setDraft(merged(draft, more))} />
      <Form {...form} submit={t.confirm(year, draft.length)}>
        <h3>{t.days(draft.length)}</h3>
        <HolidayTable caption={t.days(draft.length)} days={draft} onRemove={remove} />
        {confirmedAt !== null && <TextField {...field('reason')} required maxLength={1000} />}
      </Form>
    </div>
  );
}

/** Both lists in the order of days; of two for a day the second counts. */
function merged(first: readonly HolidayView[], second: readonly HolidayView[]): HolidayView[] {
  const days = new Map([...first, ...second].map((holiday) => [holiday.day, holiday]));
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

interface MoreDaysProps {
  readonly year: number;
  /** These come into the draft. */
  readonly onDays: (days: readonly HolidayView[]) => void;
}

type Kind = 'off' | 'tet' | 'working';
type Day = Pick<HolidayView, 'day' | 'label'> & { kind: Kind };

/** Adds a day to the draft, or says another thing of one that is there. */
function HolidayByHand({ year, onDays }: MoreDaysProps) {
  const t = useText(messages);
  const { values, set, field } = useFields<Day>({ day: '', label: '', kind: 'off' });
  const { day, label, kind } = values;
  const add = () => {
    onDays([{ day, label: label.trim(), working: kind === 'working', tet: kind === 'tet' }]);
    set({ day: '', label: '' });
  };
  const kinds = optionsOf<Kind>({ off: t.off, tet: t.tet, working: t.working });
  return (
    <Form minor submit={t.add} ready={label.trim() !== ''} onSubmit={add}>
      <h3>{t.byHand}</h3>
      <div className="form-row">
        <DateInput {...field('day')} label={t.day} required {...within(year)} />
        <TextField {...field('label')} label={t.what} required maxLength={200} />
        <Choice {...field('kind')} label={t.kind} options={kinds} />
      </div>
    </Form>
  );
}

const within = (year: number) => ({ min: `${year}-01-01`, max: `${year}-12-31` });

/** Asks what the law leaves open, and takes the days that it names into the draft. */
function HolidayProposal({ year, onDays }: MoreDaysProps) {
  const t = useText(messages);
  const names = useText(toDecide);
  const { values, field } = useFields({ tetFrom: '', hungKings: '', besideNationalDay: '' });
  const propose = useMutation({
    mutationFn: (request: HolidayProposalQuery) =>
      get<HolidayProposalView>(`/api/holidays/${year}/proposal`, request),
    onSuccess: ({ days }) => onDays(days),
  });
  const undecided = propose.data?.undecided ?? [];
  const submit = () => propose.mutate(values as HolidayProposalQuery);
  return (
    <Form minor submit={t.propose} change={propose} onSubmit={submit}>
      <h3>{t.proposal}</h3>
      <div className="form-row">
        <DateInput {...field('tetFrom')} label={t.tetFrom} {...within(year)} />
        <DateInput {...field('hungKings')} label={t.hungKings} {...within(year)} />
        <Choice
          {...field('besideNationalDay')}
          label={t.beside}
          none={t.undecidedYet}
          options={optionsOf({ before: t.before, after: t.after })}
        />
      </div>
      <p className="small muted">{t.asked}</p>
      {undecided.length > 0 && (
        <p role="status">{t.missing(undecided.map((one) => names[one]).join(', '))}</p>
      )}
    </Form>
  );
}

interface HolidayTableProps {
  readonly caption: string;
  readonly days: readonly HolidayView[];
  /** Where days can be taken out. */
  readonly onRemove?: (day: string) => void;
}

/** Days that differ from their weekday, in their order. */
function HolidayTable({ caption, days, onRemove }: HolidayTableProps) {
  const t = useText({ ...messages, ...weekdays });
  if (days.length === 0) return <p className="muted ad-say">{t.noDays}</p>;
  const columns = columnsOf<HolidayView, 'day' | 'what' | 'kind' | 'remove'>(t, {
    day: {
      width: '180px',
      render: ({ day }) => (
        <>
          <DateText date={day} /> <span className="muted">{t.weekday(dayOfWeek(plainDate(day)))}</span>
        </>
      ),
    },
    what: ({ label }) => label,
    kind: ({ working, tet }) => (working ? t.working : tet ? t.tet : t.off),
    remove: {
      title: <span className="vh">{t.remove}</span>,
      name: t.remove,
      render: ({ day, label }) => (
        <button
          type="button"
          className="link"
          aria-label={`${t.remove}: ${label} ${day}`}
          onClick={() => onRemove?.(day)}
        >
          {t.remove}
        </button>
      ),
    },
  });
  const shown = columns.filter(({ key }) => key !== 'remove' || onRemove !== undefined);
  return <DataTable stacked caption={caption} columns={shown} rows={days} keyOf={({ day }) => day} />;
}

/** What the system can't know by itself, as it is named when it is missing. */
const toDecide = {
  tetFrom: { vi: 'Tết Nguyên đán', en: 'Tết Nguyên đán' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Giỗ Tổ Hùng Vương' },
  besideNationalDay: { vi: 'ngày liền kề Quốc khánh', en: 'the day beside National Day' },
} satisfies Record<HolidayToDecide, Messages[string]>;

const messages = {
  confirmed: withValues(
    'Năm {year}: {count} ngày khác lịch tuần',
    '{year}: {count} days that differ from their weekday',
  ),
  unconfirmed: withValues('Ngày nghỉ năm {} chưa được xác nhận', 'The holidays of {} are not confirmed'),
  confirmedAt: withValues('xác nhận lúc {}', 'confirmed {}'),
  provisional: {
    vi: 'Chừng nào chưa xác nhận, thời hạn theo ngày làm việc của năm này chỉ là tạm tính và chưa ràng buộc ai.',
    en: 'Until they are, limits in working days that touch this year are provisional and bind nobody.',
  },
  years: { vi: 'Năm', en: 'Year' },
  edit: { vi: 'Sửa', en: 'Change' },
  stop: { vi: 'Hủy', en: 'Leave as it is' },
  day: { vi: 'Ngày', en: 'Day' },
  what: { vi: 'Tên', en: 'What it is' },
  kind: { vi: 'Loại', en: 'Kind' },
  off: { vi: 'nghỉ', en: 'off' },
  tet: { vi: 'nghỉ Tết', en: 'off, Tết' },
  working: { vi: 'làm bù', en: 'worked in exchange' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  noDays: { vi: 'Chưa có ngày nào', en: 'No days yet' },
  proposal: {
    vi: '1. Dự thảo theo Bộ luật Lao động, Điều 111 và 112',
    en: '1. What the Labour Code says (articles 111, 112)',
  },
  tetFrom: { vi: 'Tết: nghỉ từ ngày (5 ngày)', en: 'Tết: off from (5 days)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', en: 'Giỗ Tổ Hùng Vương (10th of 3rd lunar month)' },
  beside: { vi: 'Cùng với 2/9, nghỉ ngày', en: 'Beside 2/9, off on' },
  before: { vi: '1/9', en: '1/9' },
  after: { vi: '3/9', en: '3/9' },
  undecidedYet: { vi: '(chưa quyết định)', en: '(not decided)' },
  asked: {
    vi: 'Ngày Tết và Quốc khánh theo quyết định của Thủ tướng cho năm đó; ngày âm lịch xin xem lịch. Ngày lễ rơi vào thứ Bảy, Chủ nhật được nghỉ bù ngày làm việc kế tiếp. Ngày 24/11 (Ngày Văn hóa Việt Nam): tự thêm nếu văn bản đã cho nghỉ.',
    en: 'Tết and National Day follow the Prime Minister’s decision of the year; look lunar days up. A holiday on a weekend moves to the next working day. 24/11 (Vietnam Culture Day): add it if a text gives it off.',
  },
  propose: { vi: 'Lập dự thảo', en: 'Draft' },
  missing: withValues('Chưa có trong dự thảo: {}.', 'Not in the draft: {}.'),
  byHand: { vi: '2. Thêm ngày: nghỉ khác, ngày làm bù', en: '2. Other days off, days worked in exchange' },
  add: { vi: 'Thêm ngày này', en: 'Add this day' },
  days: withValues('3. Xem lại {} ngày', '3. Look at the {} days'),
  reason: { vi: 'Lý do thay đổi, theo văn bản nào', en: 'Why, and by which document' },
  confirm: {
    vi: (year: number, count: number) => `Xác nhận ${count} ngày của năm ${year}`,
    en: (year: number, count: number) => `Confirm ${count} days of ${year}`,
  },
} satisfies Messages;
