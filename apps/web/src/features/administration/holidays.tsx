import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ConfirmHolidaysRequest,
  HolidayProposalQuery,
  HolidayProposalView,
  HolidayView,
  HolidayYearView,
} from '@thongvon/api-contract';
import { dayOfWeek, plainDate } from '@thongvon/kernel';
import { get, getQuery } from '../../api/client';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { DateText, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { columnsOf, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/form/date-input';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useForm } from '../../shared/form/use-form';
import { holidayMessages as messages, toDecide } from './holiday-messages';
import { weekdays } from './common';

const HOLIDAYS_KEY = ['holidays'] as const;

/** The days off of a year, which limits in working days are counted by: drafted, completed, confirmed. */
export function Holidays() {
  const t = useText(messages);
  const today = useToday();
  const { value, set } = useAddressState();
  if (today === undefined) return <Loading />;
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(value('nam'));
  const year = asked >= 2000 && asked < 2100 ? asked : thisYear;
  return (
    <>
      <p className="tools noprint">
        <label>
          {t.years}
          <select className="control n" value={year} onChange={({ target }) => set({ nam: target.value })}>
            {yearsToChoose(thisYear, year).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </p>
      <Year key={year} year={year} />
    </>
  );
}

function Year({ year }: { readonly year: number }) {
  const holidays = useQuery(getQuery<HolidayYearView>([...HOLIDAYS_KEY, year], `/api/holidays/${year}`));
  return <QueryStates query={holidays}>{(view) => <YearShown view={view} />}</QueryStates>;
}

function YearShown({ view }: { readonly view: HolidayYearView }) {
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

/** The year before and the two to come, and the one that the address names. */
function yearsToChoose(thisYear: number, asked: number): number[] {
  const around = [thisYear - 1, thisYear, thisYear + 1, thisYear + 2];
  return [...new Set([...around, asked])].toSorted((a, b) => a - b);
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

const BLANK = { day: '', label: '', kind: 'off' as Kind };

/** Adds a day to the draft, or says another thing of one that is there. */
function HolidayByHand({ year, onDays }: MoreDaysProps) {
  const t = useText(messages);
  const { values, set, field } = useFields(BLANK);
  const { day, label, kind } = values;
  const add = () => {
    onDays([{ day, label: label.trim(), working: kind === 'working', tet: kind === 'tet' }]);
    set({ day: '', label: '' });
  };
  const kinds = optionsOf<Kind>({ off: t.off, tet: t.tet, working: t.working });
  return (
    <Form minor submit={t.add} change={AT_ONCE} ready={label.trim() !== ''} onSubmit={add}>
      <h3>{t.byHand}</h3>
      <div className="form-row">
        <DateInput {...field('day')} label={t.day} required {...within(year)} />
        <TextField {...field('label')} label={t.what} required maxLength={200} />
        <Choice {...field('kind')} label={t.kind} options={kinds} />
      </div>
    </Form>
  );
}

/** Nothing is sent for it. */
const AT_ONCE = { isPending: false, error: null };

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
  return (
    <DataTable
      stacked
      caption={caption}
      columns={columns.filter(({ key }) => key !== 'remove' || onRemove !== undefined)}
      rows={days}
      keyOf={({ day }) => day}
    />
  );
}
