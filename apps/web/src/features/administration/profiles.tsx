import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { RememberedTopic, RememberedView } from '@thongvon/api-contract';
import { officeOptionsQuery } from '../../api/offices';
import { type Messages, useText, withValues } from '../../language';
import { DateText } from '../../shared';
import { AskReason } from '../../shared/form/reason-form';
import { ListPage, useFilteredList } from '../../shared/list/list-page';
import { tableWords, useMeaningName } from '../../shared/meanings';
import { words } from './common';

const PROFILES_KEY = ['office-profiles'] as const;

/** What offices have answered about their tables once for all, who said so, and forgetting it. */
export function Profiles() {
  const t = useText(messages);
  const about = useText(topics);
  const { data: options } = useQuery(officeOptionsQuery);
  const remembered = useFilteredList<RememberedView>(PROFILES_KEY, '/api/office-profiles', [
    { kind: 'choice', name: 'don-vi', param: 'organizationId', label: t.organization, options },
  ]);
  return (
    <ListPage
      {...remembered}
      title={t.count}
      keyOf={({ id, organization }) => `${organization.id} ${id}`}
      titles={t}
      cells={{
        organization: { width: '20%', render: ({ organization }) => organization.name },
        asked: {
          wide: true,
          width: '22%',
          render: ({ topic, asked }) => `${about[topic]}${asked === null ? '' : ` “${asked}”`}`,
          sub: ({ sheet, cell }) =>
            sheet !== null && (
              <>
                {t.sheet(sheet)}
                {cell !== null && <span className="cell"> {cell}</span>}
              </>
            ),
        },
        answer: { wide: true, render: (one) => <RememberedAnswer remembered={one} /> },
        origin: {
          wide: true,
          width: '26%',
          render: ({ id, organization, origin }) => (
            <>
              {origin === null ? (
                <span className="muted">{t.older}</span>
              ) : (
                <>
                  {origin.by ?? <span className="muted">{t.unknown}</span>}, <DateText date={origin.at} />
                  <span className="sub">
                    <Link href={`/bao-cao/${origin.returnId}`}>{origin.fileName}</Link>
                  </span>
                </>
              )}
              <AskReason
                ask={t.forget}
                label={t.forgetReason}
                confirm={t.confirm}
                path={`/api/office-profiles/${organization.id}/forgetting`}
                request={{ id }}
                stale={[PROFILES_KEY]}
              />
            </>
          ),
        },
      }}
      empty={t.none}
    >
      <p className="small muted">{t.what}</p>
    </ListPage>
  );
}

/** What was answered, in words. */
function RememberedAnswer({ remembered }: { readonly remembered: RememberedView }) {
  const t = useText(messages);
  const names: Readonly<Record<string, string>> = useText({ ...tableWords, ...habits });
  const nameOf = useMeaningName();
  const { topic, value, projectName, columns, headerRows, unit } = remembered;
  if (topic === 'project' && value === 'new') return t.newProject;
  if (topic === 'project') return projectName ?? <span className="muted">{t.goneProject}</span>;
  if (columns.length === 0) return names[value ?? ''] ?? value;
  const [first, last = first] = headerRows;
  const [kind] = value === null ? [] : [names[value] ?? value];
  const about = [
    kind,
    first === undefined || last === undefined ? undefined : t.rows(first, last),
    unit === null ? undefined : t.unit(names[unit] ?? unit),
  ].filter((part) => part !== undefined);
  return (
    <>
      {about.length > 0 && <span className="sub">{about.join(', ')}</span>}
      <ul>
        {columns.map(({ column, caption, meaning }) => (
          <li key={column}>
            <span className="cell">{column}</span>
            {caption !== null && ` “${caption}”`} → <strong>{nameOf(meaning)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

const messages = {
  ...words,
  count: withValues(
    '{} điều các đơn vị đã trả lời một lần cho mọi báo cáo',
    '{} things that offices have answered once for all',
  ),
  what: {
    vi: 'Báo cáo sau của đơn vị không phải trả lời lại. Quên một điều thì báo cáo sau sẽ hỏi lại điều đó.',
    en: 'Their next returns are not asked again. What is forgotten is asked again.',
  },
  none: {
    vi: 'Chưa đơn vị nào phải trả lời gì về bảng của mình',
    en: 'No office had to answer anything yet',
  },
  asked: { vi: 'Về', en: 'About' },
  answer: { vi: 'Đã trả lời', en: 'Answered' },
  origin: { vi: 'Ai, khi nào, ở báo cáo nào', en: 'Who, when, on which return' },
  unknown: { vi: 'không rõ ai', en: 'unknown person' },
  older: { vi: 'có từ trước khi hệ thống ghi người trả lời', en: 'older than the record of who answered' },
  goneProject: { vi: 'dự án không còn trong danh mục', en: 'a project that is gone' },
  rows: {
    vi: (first: number, last: number) =>
      first === last ? `tiêu đề dòng ${first}` : `tiêu đề dòng ${first}–${last}`,
    en: (first: number, last: number) =>
      first === last ? `header in row ${first}` : `header in rows ${first}–${last}`,
  },
  newProject: { vi: 'dự án mới', en: 'a new project' },
  sheet: withValues('trang {}', 'sheet {}'),
  forget: { vi: 'Quên…', en: 'Forget…' },
  forgetReason: {
    vi: 'Vì sao không còn đúng (ghi vào nhật ký)',
    en: 'Why it no longer holds (kept in the audit trail)',
  },
  confirm: { vi: 'Quên', en: 'Forget' },
} satisfies Messages;

const topics = {
  table: { vi: 'bố cục bảng', en: 'layout of a table' },
  column: { vi: 'ý nghĩa cột', en: 'meaning of columns' },
  'column-unit': { vi: 'đơn vị tính của cột', en: 'unit of a column' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  kind: { vi: 'loại bảng', en: 'kind of table' },
  project: { vi: 'dự án nào', en: 'which project' },
  habit: { vi: 'cách ghi ngày', en: 'way of writing dates' },
} satisfies Record<RememberedTopic, Messages[string]>;

const habits = {
  'month-means-its-last-day': {
    vi: 'tháng, quý nghĩa là ngày cuối',
    en: 'a month or quarter means its last day',
  },
  'week-ends-on-thursday': { vi: 'tuần hết vào thứ Năm', en: 'weeks end on Thursday' },
  'week-ends-on-friday': { vi: 'tuần hết vào thứ Sáu', en: 'weeks end on Friday' },
  'week-ends-on-saturday': { vi: 'tuần hết vào thứ Bảy', en: 'weeks end on Saturday' },
  'week-ends-on-sunday': { vi: 'tuần hết vào Chủ nhật', en: 'weeks end on Sunday' },
  'dates-ahead': { vi: 'báo cáo ghi ngày sắp tới', en: 'returns are dated ahead' },
} satisfies Messages;
