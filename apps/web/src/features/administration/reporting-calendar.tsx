import { useState } from 'react';
import type { DutyKind, OrganizationDutiesView } from '@thongvon/api-contract';
import { addDays, dayOfWeek, DEFAULT_CALENDAR, plainDate } from '@thongvon/kernel';
import { useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, ListStates, Loading, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { calendarMessages, dutyKinds } from './calendar-messages';
import { dutiesOn, owedSince } from './duties-on';
import { DutyEditor } from './duty-editor';
import { dutiesQuery } from './queries';
import { weekdays } from './weekdays';

const KINDS = Object.keys(dutyKinds) as DutyKind[];

/** Who owes which return by when. */
export function ReportingCalendar() {
  const today = useToday();
  return today === undefined ? <Loading /> : <Duties today={today} />;
}

function Duties({ today }: { readonly today: string }) {
  const t = useText({ ...calendarMessages, ...weekdays });
  const kinds = useText(dutyKinds);
  const formats = useFormats();
  const list = useLongList(dutiesQuery(today));
  const [edited, setEdited] = useState<OrganizationDutiesView>();
  const { cutOff, freeze } = DEFAULT_CALENDAR;
  const next = addDays(plainDate(today), (cutOff.day - dayOfWeek(plainDate(today)) + 7) % 7);
  const time = (on: typeof cutOff) => `${t.weekday(on.day)} ${on.time}`;
  const owing = (list.rows ?? []).filter(
    ({ duties }) => (dutiesOn(duties, today).now?.kinds.length ?? 0) > 0,
  );
  const count = t.count(owing.length, list.total);
  const columns: readonly Column<OrganizationDutiesView>[] = [
    {
      key: 'organization',
      title: t.organization,
      name: t.organization,
      render: (organization) => (
        <button type="button" className="link" onClick={() => setEdited(organization)}>
          {organization.organizationName}
        </button>
      ),
    },
    ...KINDS.map((kind) => ({
      key: kind,
      title: kinds[kind],
      name: kinds[kind],
      render: ({ duties }: OrganizationDutiesView) => {
        const since = owedSince(duties, kind, today);
        return since === undefined ? <span className="muted">–</span> : t.since(formats.date(since));
      },
    })),
    {
      key: 'coming',
      className: 'dt-wide',
      title: t.coming,
      name: t.coming,
      render: ({ duties }) => {
        const { coming } = dutiesOn(duties, today);
        return (
          coming.length > 0 && (
            <ul>
              {coming.map((duty) => (
                <li key={duty.from}>
                  {t.since(formats.date(duty.from))}:{' '}
                  {duty.kinds.length === 0 ? t.nothing : duty.kinds.map((kind) => kinds[kind]).join(', ')}
                </li>
              ))}
            </ul>
          )
        );
      },
    },
  ];
  return (
    <Section title={count}>
      <div className="ad-say">
        <p>{t.cycle(time(cutOff), time(freeze), `${t.weekday(cutOff.day)} ${formats.date(next)}`)}</p>
        <p className="muted">{t.frozen}</p>
      </div>
      <ListStates
        list={list}
        empty={
          <EmptyState title={t.none}>
            <p>{t.noneWhat}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            stacked
            caption={count}
            columns={columns}
            rows={rows}
            keyOf={({ organizationId }) => organizationId}
            onEnd={list.more}
          />
        )}
      </ListStates>
      {edited && <DutyEditor organization={edited} today={today} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}
