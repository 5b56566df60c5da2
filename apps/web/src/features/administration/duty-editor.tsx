import { useState } from 'react';
import type {
  DutyKind,
  OrganizationDutiesView,
  ReportingDutiesView,
  ReportingDutyRequest,
} from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { DateInput } from '../../shared/date-input';
import { Drawer } from '../../shared/drawer';
import { calendarMessages, dutyKinds } from './calendar-messages';
import { dutiesOn } from './duties-on';
import { EditForm, Tick } from './fields';
import { DUTIES_KEY, ORGANIZATIONS_KEY } from './queries';
import { useChange } from './use-change';

const KINDS = Object.keys(dutyKinds) as DutyKind[];

interface DutyEditorProps {
  readonly organization: OrganizationDutiesView;
  readonly today: string;
  readonly onClose: () => void;
}

/** What an office owes every week, from a day on that isn't past; and what it owed before. */
export function DutyEditor({ organization, today, onClose }: DutyEditorProps) {
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
