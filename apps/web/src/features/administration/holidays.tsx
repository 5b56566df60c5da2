import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HolidayYearView } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { HolidayEditor, HolidayTable } from './holiday-editor';
import { holidayMessages } from './holiday-messages';
import { HOLIDAYS_KEY } from './queries';

/** The days off of a year, which limits in working days are counted by: drafted, completed, confirmed. */
export function Holidays() {
  const t = useText(holidayMessages);
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
  const holidays = useQuery({
    queryKey: [...HOLIDAYS_KEY, year],
    queryFn: ({ signal }) => get<HolidayYearView>(`/api/holidays/${year}`, {}, signal),
  });
  return <QueryStates query={holidays}>{(view) => <YearShown view={view} />}</QueryStates>;
}

function YearShown({ view }: { readonly view: HolidayYearView }) {
  const t = useText(holidayMessages);
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
