import { useState } from 'react';
import type {
  DutyKind,
  OrganizationDutiesView,
  ReportingDutiesView,
  ReportingDutyRequest,
} from '@thongvon/api-contract';
import { addDays, dayOfWeek, DEFAULT_CALENDAR, plainDate } from '@thongvon/kernel';
import { useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, ListStates, Loading, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/date-input/date-input';
import { Drawer } from '../../shared/drawer';
import { calendarMessages, dutyKinds } from './calendar-messages';
import { dutiesOn, owedSince } from './duties-on';
import { EditForm, Tick, useChange } from './fields';
import { weekdays } from './messages';
import { DUTIES_KEY, dutiesQuery, ORGANIZATIONS_KEY } from './queries';

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

interface DutyEditorProps {
  readonly organization: OrganizationDutiesView;
  readonly today: string;
  readonly onClose: () => void;
}

/** What an office owes every week, from a day on that isn't past; and what it owed before. */
function DutyEditor({ organization, today, onClose }: DutyEditorProps) {
  const t = useText(calendarMessages);
  const names = useText(dutyKinds);
  const formats = useFormats();
  const { organizationId, organizationName, duties } = organization;
  const [kinds, setKinds] = useState<readonly DutyKind[]>(dutiesOn(duties, today).now?.kinds ?? []);
  const [from, setFrom] = useState(today);
  const change = useChange<ReportingDutyRequest, ReportingDutiesView>(
    'PUT',
    `/api/organizations/${organizationId}/reporting-duty`,
    { stale: [DUTIES_KEY, ORGANIZATIONS_KEY], onDone: onClose },
  );
  return (
    <Drawer title={organizationName} onClose={onClose}>
      <EditForm submit={t.save} change={change} onSubmit={() => change.mutate({ kinds: [...kinds], from })}>
        <fieldset>
          <legend>{t.change}</legend>
          {KINDS.map((kind) => (
            <Tick
              key={kind}
              label={names[kind]}
              checked={kinds.includes(kind)}
              onChange={(owed) =>
                setKinds(KINDS.filter((one) => (one === kind ? owed : kinds.includes(one))))
              }
            />
          ))}
        </fieldset>
        <DateInput label={t.from} required min={today} value={from} onChange={(date = '') => setFrom(date)} />
        <p className="small muted">{t.frozen}</p>
      </EditForm>
      {duties.length > 0 && (
        <div className="ad-part">
          <h3>{t.history}</h3>
          <ul className="ad-history">
            {duties.map((duty) => (
              <li key={duty.from}>
                {t.since(formats.date(duty.from))}:{' '}
                {duty.kinds.length === 0 ? t.nothing : duty.kinds.map((kind) => names[kind]).join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
}
