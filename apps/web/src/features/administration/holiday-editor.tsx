import { useState } from 'react';
import type { ConfirmHolidaysRequest, HolidayView, HolidayYearView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { EditForm, Field } from './fields';
import { HolidayByHand } from './holiday-by-hand';
import { holidayMessages } from './holiday-messages';
import { HolidayProposal } from './holiday-proposal';
import { HolidayTable } from './holiday-table';
import { HOLIDAYS_KEY } from './queries';
import { useChange } from './use-change';

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
