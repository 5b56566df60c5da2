import type { ConclusionDetailView, TaskView } from '@thongvon/api-contract';

/** "27/6": as people write it to one another. */
const dayAndMonth = (date: string): string => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;
const written = (date: string): string => `${dayAndMonth(date)}/${date.slice(0, 4)}`;

const KINDS: Readonly<Record<ConclusionDetailView['kind'], string>> = {
  conclusion: 'Thông báo kết luận',
  directive: 'Văn bản chỉ đạo',
  page: 'Quyết định',
};

/** Whether somebody still has something to do. */
const isOpen = ({ state }: TaskView): boolean => state !== 'confirmed' && state !== 'withdrawn';

const ended = (text: string): string => text.trim().replace(/[.;,\s]+$/, '');

/**
 * A conclusion as plain text for a chat group, always in Vietnamese: offices, what, by when; no names of people. `link` opens it for
 * who has an account.
 */
export function zaloText(
  { kind, number, dated, title, tasks }: ConclusionDetailView,
  { onlyOpen, link }: { readonly onlyOpen: boolean; readonly link: string },
): string {
  const shown = tasks.filter((task) => (onlyOpen ? isOpen(task) : task.state !== 'withdrawn'));
  const heading = [
    ...(title === null ? [] : [title.toLocaleUpperCase('vi')]),
    [KINDS[kind], ...(number === null ? [] : [number]), `ngày ${written(dated)}`].join(' '),
  ];
  const lines = shown.map(({ organization, what, project, due, overdue, daysOverdue }, index) => {
    const about = project === null ? '' : ` (${project.name})`;
    const late = overdue ? `, quá hạn ${daysOverdue} ngày` : '';
    return `${index + 1}. ${organization.name}: ${ended(what)}${about}. Hạn ${dayAndMonth(due)}${late}.`;
  });
  return [...heading, '', ...lines, '', `Nhận việc, báo lại: ${link}`].join('\n');
}
