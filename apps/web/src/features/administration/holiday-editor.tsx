import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ConfirmHolidaysRequest,
  HolidayProposalQuery,
  HolidayProposalView,
  HolidayView,
  HolidayYearView,
} from '@thongvon/api-contract';
import { dayOfWeek, plainDate } from '@thongvon/kernel';
import { get } from '../../api/client';
import { useText } from '../../language';
import { DateText } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/form/date-input';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form, useFields } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { holidayMessages, toDecide } from './holiday-messages';
import { weekdays } from './messages';
import { HOLIDAYS_KEY } from './queries';

interface HolidayEditorProps {
  readonly view: HolidayYearView;
  readonly onDone: () => void;
}

/** From what the law says, by what the person adds and takes out, to the days that are confirmed. */
export function HolidayEditor({ view: { year, days, confirmedAt }, onDone }: HolidayEditorProps) {
  const t = useText(holidayMessages);
  const [draft, setDraft] = useState<readonly HolidayView[]>(days);
  const [proposed, setProposed] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const confirm = useChange<ConfirmHolidaysRequest, HolidayYearView>('PUT', `/api/holidays/${year}`, {
    stale: [HOLIDAYS_KEY],
    onDone,
  });
  /** A new proposal takes the place of the one before; what was added by hand stays. */
  const propose = (law: readonly HolidayView[]) => {
    setDraft(
      merged(
        draft.filter(({ day }) => !proposed.has(day)),
        law,
      ),
    );
    setProposed(new Set(law.map(({ day }) => day)));
  };
  return (
    <div className="ad-holidays">
      <HolidayProposal year={year} onPropose={propose} />
      <HolidayByHand year={year} onAdd={(day) => setDraft(merged(draft, [day]))} />
      <Form
        submit={t.confirm(year, draft.length)}
        change={confirm}
        ready={draft.length > 0}
        onSubmit={() =>
          confirm.mutate({ days: [...draft], ...(confirmedAt === null ? {} : { reason: reason.trim() }) })
        }
      >
        <h3>{t.days(draft.length)}</h3>
        <HolidayTable
          caption={t.days(draft.length)}
          days={draft}
          onRemove={(gone) => setDraft(draft.filter(({ day }) => day !== gone))}
        />
        {confirmedAt !== null && (
          <TextField
            name="reason"
            label={t.reason}
            required
            maxLength={1000}
            value={reason}
            onChange={setReason}
          />
        )}
      </Form>
    </div>
  );
}

/** Both lists in the order of days; of two for a day the second counts. */
function merged(first: readonly HolidayView[], second: readonly HolidayView[]): HolidayView[] {
  const days = new Map([...first, ...second].map((holiday) => [holiday.day, holiday]));
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

type Kind = 'off' | 'tet' | 'working';

interface NewDay {
  readonly day: string;
  readonly label: string;
  readonly kind: Kind;
}

interface HolidayByHandProps {
  readonly year: number;
  readonly onAdd: (day: HolidayView) => void;
}

/** Adds a day to the draft, or says another thing of one that is there. */
function HolidayByHand({ year, onAdd }: HolidayByHandProps) {
  const t = useText(holidayMessages);
  const { values, set, field } = useFields<NewDay>({ day: '', label: '', kind: 'off' });
  const { day, label, kind } = values;
  const add = () => {
    onAdd({ day, label: label.trim(), working: kind === 'working', tet: kind === 'tet' });
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

interface HolidayProposalProps {
  readonly year: number;
  readonly onPropose: (days: readonly HolidayView[]) => void;
}

/** Asks what the law leaves open, and takes the days that it names into the draft. */
function HolidayProposal({ year, onPropose }: HolidayProposalProps) {
  const t = useText(holidayMessages);
  const names = useText(toDecide);
  const { values, field } = useFields({ tetFrom: '', hungKings: '', besideNationalDay: '' });
  const propose = useMutation({
    mutationFn: (request: HolidayProposalQuery) =>
      get<HolidayProposalView>(`/api/holidays/${year}/proposal`, request),
    onSuccess: ({ days }) => onPropose(days),
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
export function HolidayTable({ caption, days, onRemove }: HolidayTableProps) {
  const t = useText({ ...holidayMessages, ...weekdays });
  if (days.length === 0) return <p className="muted ad-say">{t.noDays}</p>;
  const columns: Column<HolidayView>[] = [
    {
      key: 'day',
      title: t.day,
      width: '180px',
      render: ({ day }) => (
        <>
          <DateText date={day} /> <span className="muted">{t.weekday(dayOfWeek(plainDate(day)))}</span>
        </>
      ),
    },
    { key: 'what', title: t.what, render: ({ label }) => label },
    {
      key: 'kind',
      title: t.kind,
      render: ({ working, tet }) => (working ? t.working : tet ? t.tet : t.off),
    },
  ];
  if (onRemove)
    columns.push({
      key: 'remove',
      title: <span className="vh">{t.remove}</span>,
      name: t.remove,
      render: ({ day, label }) => (
        <button
          type="button"
          className="link"
          aria-label={`${t.remove}: ${label} ${day}`}
          onClick={() => onRemove(day)}
        >
          {t.remove}
        </button>
      ),
    });
  return <DataTable stacked caption={caption} columns={columns} rows={days} keyOf={({ day }) => day} />;
}
