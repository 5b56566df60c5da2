import type {
  DutyKind,
  OrganizationDutiesView,
  ReportingDutyRequest,
  ReportingDutyView,
} from '@thongvon/api-contract';
import { addDays, dayOfWeek, DEFAULT_CALENDAR, plainDate } from '@thongvon/kernel';
import { longList, useLongList } from '../../api/long-list';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { DateInput } from '../../shared/form/date-input';
import { optionsOf, Ticks } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useForm } from '../../shared/form/use-form';
import { ListPage, type PaneProps } from '../../shared/list/list-page';
import { returnWords } from '../../shared/words';
import { DUTIES_KEY, ORGANIZATIONS_KEY, type SectionProps, weekdays, words } from './common';

/** Who owes which return by when. */
export function ReportingCalendar({ today }: SectionProps) {
  const t = useText({ ...messages, ...dutyKinds, ...weekdays });
  const formats = useFormats();
  // Of the offices that exist on the day.
  const list = useLongList(
    longList<OrganizationDutiesView>(DUTIES_KEY, '/api/reporting-duties', { asOf: today }),
  );
  const { cutOff, freeze } = DEFAULT_CALENDAR;
  const next = addDays(plainDate(today), (cutOff.day - dayOfWeek(plainDate(today)) + 7) % 7);
  const time = (on: typeof cutOff) => `${t.weekday(on.day)} ${on.time}`;
  const rows = list.rows ?? [];
  const owing = rows.filter(({ owed }) => owed.length > 0);
  // Of more offices than have come so far nobody knows yet how many owe one.
  const title = rows.length < list.total ? t.all(list.total) : t.count(owing.length, list.total);
  const owes = (kind: DutyKind) => (office: OrganizationDutiesView) => {
    const since = office.owed.find((one) => one.kind === kind)?.since;
    return since === undefined ? <span className="muted">–</span> : t.since(formats.date(since));
  };
  return (
    <ListPage
      list={list}
      title={title}
      intro={
        <div className="ad-say">
          <p>{t.cycle(time(cutOff), time(freeze), `${t.weekday(cutOff.day)} ${formats.date(next)}`)}</p>
          <p className="muted">{t.frozen}</p>
        </div>
      }
      keyOf={({ organizationId }) => organizationId}
      titles={t}
      cells={{
        organization: ({ organizationName }) => organizationName,
        disbursement: owes('disbursement'),
        'land-clearance': owes('land-clearance'),
        coming: { wide: true, render: ({ coming }) => <DutiesInWords duties={coming} /> },
      }}
      empty={t.none}
      emptyWhat={t.noneWhat}
      pane={(office, close) => <DutyEditor row={office} today={today} onClose={close} />}
    />
  );
}

/** "từ 01/08/2023: Giải ngân" of each. */
function DutiesInWords({ duties, className }: { duties: readonly ReportingDutyView[]; className?: string }) {
  const t = useText(messages);
  const names = useText(dutyKinds);
  const formats = useFormats();
  if (duties.length === 0) return null;
  return (
    <ul className={className}>
      {duties.map(({ from, kinds }) => (
        <li key={from}>
          {t.since(formats.date(from))}:{' '}
          {kinds.length === 0 ? t.nothing : kinds.map((kind) => names[kind]).join(', ')}
        </li>
      ))}
    </ul>
  );
}

type DutyEditorProps = PaneProps<OrganizationDutiesView> & SectionProps;

/** What an office owes every week, from a day on that isn't past; and what it owed before. */
function DutyEditor({ row: { organizationId, duties, owed }, today, onClose }: DutyEditorProps) {
  const t = useText(messages);
  const options = optionsOf<DutyKind>(useText(dutyKinds));
  const { field, form } = useForm({
    fields: { kinds: owed.map(({ kind }) => kind), from: today },
    labels: t,
    send: ['PUT', `/api/organizations/${organizationId}/reporting-duty`],
    request: (duty): ReportingDutyRequest => duty,
    stale: [DUTIES_KEY, ORGANIZATIONS_KEY],
    onDone: onClose,
  });
  return (
    <>
      <Form {...form} submit={t.save}>
        <Ticks {...field('kinds')} options={options} />
        <DateInput {...field('from')} required min={today} />
        <p className="small muted">{t.frozen}</p>
      </Form>
      {duties.length > 0 && (
        <div className="form-part ad-part">
          <h3>{t.history}</h3>
          <DutiesInWords className="ad-history" duties={duties} />
        </div>
      )}
    </>
  );
}

/** Returns as what is owed. */
const dutyKinds = {
  disbursement: returnWords.disbursement,
  'land-clearance': returnWords['land-clearance'],
} satisfies Record<DutyKind, Messages[string]>;

const messages = {
  ...words,
  count: withValues(
    '{owing}/{all} đơn vị phải gửi báo cáo hằng tuần',
    '{owing} of {all} organisations owe a weekly return',
  ),
  all: withValues('{all} đơn vị', '{all} organisations'),
  cycle: withValues(
    'Mỗi tuần nhận báo cáo đến {cutOff}; chốt số và gửi thư {freeze}. Kỳ chốt tới: {next}.',
    'Returns are taken until {cutOff}; figures are frozen and letters sent on {freeze}. Next cut-off: {next}.',
  ),
  frozen: {
    vi: 'Ai phải gửi gì được ghi theo ngày: thay đổi chỉ tính từ ngày đã chọn, các tuần đã chốt giữ nguyên.',
    en: 'Duties are kept by day: a change counts from the chosen day, frozen weeks stay as they are.',
  },
  since: withValues('từ {}', 'since {}'),
  coming: { vi: 'Sắp thay đổi', en: 'To come' },
  nothing: { vi: 'không phải gửi', en: 'owes nothing' },
  kinds: { vi: 'Đơn vị phải gửi mỗi tuần', en: 'Owed every week' },
  history: { vi: 'Theo ngày', en: 'By day' },
  none: { vi: 'Chưa có đơn vị nào phải báo cáo', en: 'Nobody to report yet' },
  noneWhat: {
    vi: 'Thêm các ban, xã ở mục Đơn vị; chúng sẽ hiện ở đây để chọn phải gửi gì, từ ngày nào.',
    en: 'Add boards and communes under Organisations; here you then choose what each owes, and since when.',
  },
} satisfies Messages;
