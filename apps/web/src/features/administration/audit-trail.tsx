import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { AuditEntryView, AuditWordsView, AuditWordView } from '@thongvon/api-contract';
import { address, getQuery } from '../../api/client';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { DateText } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Filter, ListPage, useFilteredList } from '../../shared/list/list-page';
import { roles } from '../../shared/words';
import { organizationKinds, wordKinds, words } from './common';
import { SubjectLink, SubjectName } from './subject-name';

/** Who did what to which thing, and when. */
export function AuditTrail() {
  const t = useText(messages);
  const say = useSaid();
  const { value, set } = useAddressState();
  const entries = useFilteredList<AuditEntryView>(['audit-trail'], '/api/audit-trail', useFilters());
  const isOfOne = value('ma') !== undefined;
  const [first] = entries.list.rows ?? [];
  return (
    <ListPage
      {...entries}
      title={t.count}
      end={<a href={address('/api/audit-trail/workbook', entries.request)}>{t.export}</a>}
      titles={t}
      cells={{
        at: ({ at }) => <DateText date={String(at)} />,
        who: {
          width: '20%',
          render: ({ actor }) => actor?.name ?? <span className="muted">{t.system}</span>,
          sub: ({ actor }) => actor?.organizationName,
        },
        what: { width: '17%', render: (entry) => say(entry, 'label') },
        which: {
          wide: true,
          width: '32%',
          render: ({ subject }) => (
            <SubjectName subject={subject}>
              {!isOfOne && (
                <>
                  {' · '}
                  <button
                    type="button"
                    className="link noprint"
                    aria-label={`${t.onlyThis}: ${subject.name ?? subject.id}`}
                    onClick={() => set({ loai: subject.kind, ma: subject.id })}
                  >
                    {t.onlyThis}
                  </button>
                </>
              )}
            </SubjectName>
          ),
        },
        details: { wide: true, render: (entry) => <Details {...entry} /> },
      }}
      empty={t.none}
    >
      {isOfOne && first && (
        <p className="small">
          {t.onlyThing(say(first.subject, 'label'), first.subject.name ?? first.subject.id)}
          {' · '}
          <button type="button" className="link" onClick={() => set({ loai: undefined, ma: undefined })}>
            {t.showAll}
          </button>
        </p>
      )}
    </ListPage>
  );
}

/** What can be chosen among changes only with the version of the system. */
function useFilters(): readonly Filter[] {
  const t = useText(messages);
  const say = useSaid();
  const { data } = useQuery({
    ...getQuery<AuditWordsView>(['audit-trail', 'words'], '/api/audit-trail/words'),
    staleTime: Infinity,
  });
  const options = (known?: readonly AuditWordView[]) =>
    known?.map((word) => ({ value: word.key, name: say(word, 'label') }));
  const [actions, subjects] = [options(data?.actions), options(data?.subjects)];
  return [
    { kind: 'words', name: 'q', label: t.person },
    { kind: 'choice', name: 'viec', param: 'action', label: t.action, options: actions },
    { kind: 'choice', name: 'loai', param: 'subjectKind', label: t.kind, options: subjects, clears: 'ma' },
    { kind: 'date', name: 'tu', param: 'from', label: t.from },
    { kind: 'date', name: 'den', param: 'to', label: t.to },
    { kind: 'link', name: 'ma', param: 'subjectId' },
  ];
}

type DetailsProps = Pick<AuditEntryView, 'subject' | 'details' | 'mentioned'>;

/** What else an entry keeps, a name and a value each; things by their names. A project that stands next to it is left out. */
function Details({ subject, details, mentioned }: DetailsProps) {
  const names: Readonly<Record<string, string>> = useText(detailNames);
  const inWords = useValueInWords();
  const things = new Map(mentioned.map((thing) => [thing.id, thing]));
  const shown = (value: unknown): ReactNode => {
    const thing = typeof value === 'string' ? things.get(value) : undefined;
    return thing ? <SubjectLink subject={thing} /> : inWords(value);
  };
  const parts = Object.entries(details).filter(([, value]) => value !== (subject.projectId ?? undefined));
  if (parts.length === 0) return null;
  return (
    <ul className="ad-details">
      {parts.map(([key, value]) => (
        <li key={key}>
          <span className="muted">{names[key] ?? key}:</span>{' '}
          {Array.isArray(value) && value.length > 0
            ? value.map((item: unknown, i) => (
                <Fragment key={i}>
                  {i > 0 && ', '}
                  {shown(item)}
                </Fragment>
              ))
            : shown(value)}
        </li>
      ))}
    </ul>
  );
}

/** Of a file: its first digits tell two apart. */
const HASH = /^[\da-f]{64}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function useValueInWords(): (value: unknown) => string {
  const t = useText(messages);
  const names: Readonly<Record<string, string>> = useText(detailValues);
  const formats = useFormats();
  const inWords = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string')
      return (
        names[value] ??
        (DATE.test(value) ? formats.date(value) : HASH.test(value) ? `${value.slice(0, 12)}…` : value)
      );
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join(', ');
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${inWords(inner)}`)
      .join(', ');
  };
  return inWords;
}

const messages = {
  ...words,
  count: withValues('{} việc đã ghi', '{} actions'),
  person: { vi: 'Tìm người hoặc đơn vị', en: 'Search person or organisation' },
  action: { vi: 'Việc', en: 'Action' },
  kind: { vi: 'Đối tượng', en: 'Thing' },
  to: { vi: 'đến hết ngày', en: 'to the end of' },
  export: { vi: 'Xuất Excel', en: 'Export to Excel' },
  at: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Làm gì', en: 'Did what' },
  which: { vi: 'Với đối tượng nào', en: 'To which thing' },
  details: { vi: 'Chi tiết', en: 'Details' },
  system: { vi: 'hệ thống', en: 'the system' },
  onlyThis: { vi: 'lọc', en: 'filter' },
  onlyThing: withValues('Chỉ những việc với {kind} “{name}”', 'Only actions to the {kind} “{name}”'),
  showAll: { vi: 'Xem mọi đối tượng', en: 'Show all things' },
  none: { vi: 'Không có việc nào khớp', en: 'Nothing matches' },
} satisfies Messages;

/** What the parts of an entry's details are called; a part without a name is shown by its key. */
const detailNames = {
  fields: { vi: 'mục', en: 'fields' },
  sha256: { vi: 'dấu của tệp', en: 'hash of the file' },
  by: { vi: 'bởi', en: 'by' },
  answers: { vi: 'câu trả lời', en: 'answers' },
  tables: { vi: 'bảng', en: 'tables' },
  phrase: { vi: 'cách viết', en: 'phrase' },
  meaning: { vi: 'nghĩa', en: 'meaning' },
  reason: { vi: 'lý do', en: 'reason' },
  until: { vi: 'đến ngày', en: 'until' },
  week: { vi: 'tuần', en: 'week' },
  revision: { vi: 'bản', en: 'revision' },
  days: { vi: 'số ngày', en: 'days' },
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
  kinds: { vi: 'phải gửi', en: 'owes' },
  thresholds: { vi: 'ngưỡng', en: 'thresholds' },
  job: { vi: 'việc nền', en: 'job' },
  entries: { vi: 'số dòng', en: 'entries' },
  from: { vi: 'từ', en: 'from' },
  to: { vi: 'đến', en: 'to' },
  kind: { vi: 'loại', en: 'kind' },
  name: { vi: 'tên', en: 'name' },
  role: { vi: 'vai trò', en: 'role' },
  commune: { vi: 'địa bàn', en: 'commune' },
  reports: { vi: 'báo cáo hằng tuần', en: 'weekly return' },
  disabled: { vi: 'khóa', en: 'disabled' },
  receives: { vi: 'nhận thư', en: 'receives' },
  enabled: { vi: 'bật', en: 'enabled' },
  effectiveFrom: { vi: 'từ ngày', en: 'from' },
  effectiveTo: { vi: 'đến ngày', en: 'to' },
  ownerSince: { vi: 'của chủ đầu tư mới từ ngày', en: 'of the new owner from' },
  returnId: { vi: 'báo cáo', en: 'return' },
  returnIds: { vi: 'báo cáo', en: 'returns' },
  step: { vi: 'bước', en: 'step' },
  measures: { vi: 'số liệu', en: 'numbers' },
  lowers: { vi: 'số giảm', en: 'what falls' },
  planYear: { vi: 'năm kế hoạch', en: 'plan year' },
  organizationId: { vi: 'đơn vị', en: 'organisation' },
  organizationIds: { vi: 'của các đơn vị', en: 'of these organisations' },
  parentId: { vi: 'trực thuộc', en: 'below' },
  successorId: { vi: 'kế thừa', en: 'succeeded by' },
  projectId: { vi: 'dự án', en: 'project' },
  into: { vi: 'gộp vào', en: 'merged into' },
  of: { vi: 'của', en: 'of' },
  asOf: { vi: 'số liệu đến', en: 'figures to' },
  actorId: { vi: 'người làm', en: 'who' },
  action: { vi: 'việc', en: 'action' },
  subjectKind: { vi: 'loại đối tượng', en: 'kind of thing' },
  subjectId: { vi: 'đối tượng', en: 'thing' },
} satisfies Messages;

/** Codes among the values of details, in words. */
const detailValues = { ...roles, ...organizationKinds, ...wordKinds } satisfies Messages;
