import { useState } from 'react';
import type {
  DutyKind,
  OrganizationDutiesView,
  ReportingDutiesView,
  ReportingDutyRequest,
  ReportingDutyView,
} from '@thongvon/api-contract';
import { addDays, dayOfWeek, DEFAULT_CALENDAR, plainDate } from '@thongvon/kernel';
import { longList, useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { type Messages, useFormats, useText } from '../../language';
import { Loading } from '../../shared';
import { Drawer } from '../../shared/drawer';
import { DateInput } from '../../shared/form/date-input';
import { Tick } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useChange } from '../../shared/form/use-change';
import { ListPage } from '../../shared/list/list-page';
import { returnWords } from '../../shared/words';
import { dutiesOn, owedSince } from './duties-on';
import { weekdays } from './messages';
import { DUTIES_KEY, ORGANIZATIONS_KEY } from './queries';

/** Who owes which return by when. */
export function ReportingCalendar() {
  const today = useToday();
  return today === undefined ? <Loading /> : <Duties today={today} />;
}

function Duties({ today }: { readonly today: string }) {
  const t = useText({ ...messages, ...weekdays });
  const kinds = useText(dutyKinds);
  const formats = useFormats();
  const say = useDutyInWords();
  // Of the offices that exist on the day.
  const list = useLongList(
    longList<OrganizationDutiesView>(DUTIES_KEY, '/api/reporting-duties', { asOf: today }),
  );
  const { cutOff, freeze } = DEFAULT_CALENDAR;
  const next = addDays(plainDate(today), (cutOff.day - dayOfWeek(plainDate(today)) + 7) % 7);
  const time = (on: typeof cutOff) => `${t.weekday(on.day)} ${on.time}`;
  const owing = (list.rows ?? []).filter(
    ({ duties }) => (dutiesOn(duties, today).now?.kinds.length ?? 0) > 0,
  );
  return (
    <ListPage
      list={list}
      title={t.count(owing.length, list.total)}
      intro={
        <div className="ad-say">
          <p>{t.cycle(time(cutOff), time(freeze), `${t.weekday(cutOff.day)} ${formats.date(next)}`)}</p>
          <p className="muted">{t.frozen}</p>
        </div>
      }
      keyOf={({ organizationId }) => organizationId}
      columns={[
        { key: 'organization', title: t.organization, render: ({ organizationName }) => organizationName },
        ...KINDS.map((kind) => ({
          key: kind,
          title: kinds[kind],
          render: ({ duties }: OrganizationDutiesView) => {
            const since = owedSince(duties, kind, today);
            return since === undefined ? <span className="muted">–</span> : t.since(formats.date(since));
          },
        })),
        {
          key: 'coming',
          className: 'dt-wide',
          title: t.coming,
          render: ({ duties }) => {
            const { coming } = dutiesOn(duties, today);
            return (
              coming.length > 0 && (
                <ul>
                  {coming.map((duty) => (
                    <li key={duty.from}>{say(duty)}</li>
                  ))}
                </ul>
              )
            );
          },
        },
      ]}
      empty={t.none}
      emptyWhat={t.noneWhat}
      pane={(office, close) => <DutyEditor organization={office} today={today} onClose={close} />}
    />
  );
}

/** "từ 01/08/2023: Giải ngân". */
function useDutyInWords(): (duty: ReportingDutyView) => string {
  const t = useText(messages);
  const names = useText(dutyKinds);
  const formats = useFormats();
  return ({ from, kinds }) => {
    const owed = kinds.length === 0 ? t.nothing : kinds.map((kind) => names[kind]).join(', ');
    return `${t.since(formats.date(from))}: ${owed}`;
  };
}

interface DutyEditorProps {
  readonly organization: OrganizationDutiesView;
  readonly today: string;
  readonly onClose: () => void;
}

/** What an office owes every week, from a day on that isn't past; and what it owed before. */
function DutyEditor({ organization, today, onClose }: DutyEditorProps) {
  const t = useText(messages);
  const names = useText(dutyKinds);
  const say = useDutyInWords();
  const { organizationId, organizationName, duties } = organization;
  const [kinds, setKinds] = useState<readonly DutyKind[]>(dutiesOn(duties, today).now?.kinds ?? []);
  const [from, setFrom] = useState(today);
  const change = useChange<ReportingDutyRequest, ReportingDutiesView>(
    'PUT',
    `/api/organizations/${organizationId}/reporting-duty`,
    { stale: [DUTIES_KEY, ORGANIZATIONS_KEY], onDone: onClose },
  );
  const owe = (kind: DutyKind, owed: boolean) =>
    setKinds(KINDS.filter((one) => (one === kind ? owed : kinds.includes(one))));
  return (
    <Drawer title={organizationName} onClose={onClose}>
      <Form submit={t.save} change={change} onSubmit={() => change.mutate({ kinds: [...kinds], from })}>
        <fieldset>
          <legend>{t.change}</legend>
          {KINDS.map((kind) => (
            <Tick
              key={kind}
              label={names[kind]}
              checked={kinds.includes(kind)}
              onChange={(owed) => owe(kind, owed)}
            />
          ))}
        </fieldset>
        <DateInput
          name="from"
          label={t.from}
          required
          min={today}
          value={from}
          onChange={(date = '') => setFrom(date)}
        />
        <p className="small muted">{t.frozen}</p>
      </Form>
      {duties.length > 0 && (
        <div className="ad-part">
          <h3>{t.history}</h3>
          <ul className="ad-history">
            {duties.map((duty) => (
              <li key={duty.from}>{say(duty)}</li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
}

/** Returns as what is owed. */
const dutyKinds = {
  disbursement: returnWords.disbursement,
  'land-clearance': returnWords['land-clearance'],
} satisfies Record<DutyKind, Messages[string]>;
const KINDS = Object.keys(dutyKinds) as DutyKind[];

const messages = {
  count: {
    vi: (owing: number, all: number) => `${owing}/${all} đơn vị phải gửi báo cáo hằng tuần`,
    en: (owing: number, all: number) => `${owing} of ${all} organisations owe a weekly return`,
  },
  cycle: {
    vi: (cutOff: string, freeze: string, next: string) =>
      `Mỗi tuần nhận báo cáo đến ${cutOff}; chốt số và gửi thư ${freeze}. Kỳ chốt tới: ${next}.`,
    en: (cutOff: string, freeze: string, next: string) =>
      `Returns are taken until ${cutOff}; figures are frozen and letters sent on ${freeze}. Next cut-off: ${next}.`,
  },
  frozen: {
    vi: 'Ai phải gửi gì được ghi theo ngày: thay đổi chỉ tính từ ngày đã chọn, các tuần đã chốt giữ nguyên.',
    en: 'Duties are kept by day: a change counts from the chosen day, frozen weeks stay as they are.',
  },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  coming: { vi: 'Sắp thay đổi', en: 'To come' },
  nothing: { vi: 'không phải gửi', en: 'owes nothing' },
  change: { vi: 'Đơn vị phải gửi mỗi tuần', en: 'Owed every week' },
  from: { vi: 'Từ ngày', en: 'From' },
  save: { vi: 'Lưu', en: 'Save' },
  history: { vi: 'Theo ngày', en: 'By day' },
  none: { vi: 'Chưa có đơn vị nào phải báo cáo', en: 'Nobody to report yet' },
  noneWhat: {
    vi: 'Thêm các ban, xã ở mục Đơn vị; chúng sẽ hiện ở đây để chọn phải gửi gì, từ ngày nào.',
    en: 'Add boards and communes under Organisations; here you then choose what each owes, and since when.',
  },
} satisfies Messages;
