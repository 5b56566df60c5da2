import { type SubmitEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
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
import { DateInput } from '../../shared/date-input/date-input';
import { Choice, EditForm, Field, useChange } from './fields';
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
      <EditForm
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
          <Field label={t.reason} required maxLength={1000} value={reason} onChange={setReason} />
        )}
      </EditForm>
    </div>
  );
}

/** Both lists in the order of days; of two for a day the second counts. */
function merged(first: readonly HolidayView[], second: readonly HolidayView[]): HolidayView[] {
  const days = new Map([...first, ...second].map((holiday) => [holiday.day, holiday]));
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

type Kind = 'off' | 'tet' | 'working';

interface HolidayByHandProps {
  readonly year: number;
  readonly onAdd: (day: HolidayView) => void;
}

/** Adds a day to the draft, or says another thing of one that is there. */
function HolidayByHand({ year, onAdd }: HolidayByHandProps) {
  const t = useText(holidayMessages);
  const [day, setDay] = useState('');
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<Kind>('off');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onAdd({ day, label: label.trim(), working: kind === 'working', tet: kind === 'tet' });
    setDay('');
    setLabel('');
  };
  const kinds: readonly Kind[] = ['off', 'tet', 'working'];
  return (
    <form className="ad-form" onSubmit={submit}>
      <h3>{t.byHand}</h3>
      <div className="ad-row">
        <DateInput
          label={t.day}
          required
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={day}
          onChange={(date = '') => setDay(date)}
        />
        <Field label={t.what} required maxLength={200} value={label} onChange={setLabel} />
        <Choice
          label={t.kind}
          options={kinds.map((value) => ({ value, name: t[value] }))}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        />
      </div>
      <div className="ad-actions">
        <button type="submit" className="btn" disabled={label.trim() === ''}>
          {t.add}
        </button>
      </div>
    </form>
  );
}

interface HolidayProposalProps {
  readonly year: number;
  readonly onPropose: (days: readonly HolidayView[]) => void;
}

/** Asks what the law leaves open, and takes the days that it names into the draft. */
function HolidayProposal({ year, onPropose }: HolidayProposalProps) {
  const t = useText(holidayMessages);
  const names = useText(toDecide);
  const [tetFrom, setTet] = useState('');
  const [hungKings, setHungKings] = useState('');
  const [beside, setBeside] = useState('');
  const propose = useMutation({
    mutationFn: (request: HolidayProposalQuery) =>
      get<HolidayProposalView>(`/api/holidays/${year}/proposal`, request),
    onSuccess: ({ days }) => onPropose(days),
  });
  const within = { min: `${year}-01-01`, max: `${year}-12-31` };
  const undecided = propose.data?.undecided ?? [];
  const submit = () =>
    propose.mutate({ tetFrom, hungKings, besideNationalDay: beside } as HolidayProposalQuery);
  return (
    <EditForm minor submit={t.propose} change={propose} onSubmit={submit}>
      <h3>{t.proposal}</h3>
      <div className="ad-row">
        <DateInput label={t.tetFrom} {...within} value={tetFrom} onChange={(date = '') => setTet(date)} />
        <DateInput
          label={t.hungKings}
          {...within}
          value={hungKings}
          onChange={(date = '') => setHungKings(date)}
        />
        <Choice
          label={t.beside}
          none={t.undecidedYet}
          options={[
            { value: 'before', name: t.before },
            { value: 'after', name: t.after },
          ]}
          value={beside}
          onChange={setBeside}
        />
      </div>
      <p className="small muted">{t.asked}</p>
      {undecided.length > 0 && (
        <p role="status">{t.missing(undecided.map((one) => names[one]).join(', '))}</p>
      )}
    </EditForm>
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
      name: t.day,
      width: '180px',
      render: ({ day }) => (
        <>
          <DateText date={day} /> <span className="muted">{t.weekday(dayOfWeek(plainDate(day)))}</span>
        </>
      ),
    },
    { key: 'what', title: t.what, name: t.what, render: ({ label }) => label },
    {
      key: 'kind',
      title: t.kind,
      name: t.kind,
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
