import { addDays, plainDate } from '@thongvon/kernel';
import type { KnownTask, KnownTasks } from '@thongvon/tasks';
import { WEEK } from '../../testing/frozen-weeks';
import { weekTasks } from '../week-tasks';
import type { LetterSection } from '../letter';
import { taskSection } from './task-section';

const OFFICES = { giverId: 'district', organizationId: 'commune' } as const;

const task = (id: string, more: Partial<KnownTask> = {}): KnownTask => ({
  ...OFFICES,
  ...{
    id,
    what: `Việc ${id}.`,
    person: null,
    organization: 'UBND xã Bình Phú',
    projectId: null,
    project: null,
  },
  ...{ state: 'accepted', due: addDays(WEEK, 3), dueMoves: 0, lastText: null },
  ...more,
});

const known = (given: readonly KnownTask[], earlier: readonly KnownTask[] = []): KnownTasks => ({
  given,
  earlier,
  pairs: [OFFICES],
});

const sectionOf = (tasks: KnownTasks | undefined): LetterSection | undefined =>
  taskSection({ tasks: weekTasks(tasks, WEEK) }, (path) => `https://x${path}`)[0];

const linesOf = (section: LetterSection | undefined): string[] =>
  (section?.blocks ?? []).flatMap((block) =>
    block.type === 'paragraph' ? [block.line.map(({ text }) => text).join('')] : [],
  );

describe('what a letter says of last week’s tasks', () => {
  it('is nothing where none was ever given', () => {
    expect(sectionOf(undefined)).toBeUndefined();
    expect(sectionOf({ given: [], earlier: [], pairs: [] })).toBeUndefined();
  });

  it('is one sentence that adds up, and a line of each that isn’t done, most pressing first', () => {
    const section = sectionOf(
      known([
        task('a', { state: 'confirmed' }),
        task('b', { state: 'reported', dueMoves: 1 }),
        task('c', {
          due: plainDate('2023-06-20'),
          project: 'Nghĩa trang Nam Thăng Bình',
          person: 'Chủ tịch UBND xã',
        }),
        task('d'),
        task('e', { state: 'withdrawn' }),
        task('f', { state: 'refused' }),
      ]),
    );
    expect(section?.title).toBe(
      '5 việc giao tuần trước: 1 xong, 2 đang làm, 1 quá hạn, 1 bị từ chối (1 việc khác đã thu hồi)',
    );
    expect(linesOf(section)).toEqual([
      'Quá hạn 2 ngày (hạn 20/06). Việc c; Nghĩa trang Nam Thăng Bình. UBND xã Bình Phú, Chủ tịch UBND xã. Mở việc',
      'Đơn vị từ chối (hạn 25/06). Việc f. UBND xã Bình Phú. Mở việc',
      'Đã báo lại, chờ xác nhận (hạn 25/06, đã hẹn lại 1 lần). Việc b. UBND xã Bình Phú. Mở việc',
      'Đang làm (hạn 25/06). Việc d. UBND xã Bình Phú. Mở việc',
      'Mở danh sách việc giao',
    ]);
    const urls = (section?.blocks ?? []).flatMap((block) =>
      block.type === 'paragraph' ? block.line.flatMap(({ url }) => url ?? []) : [],
    );
    expect(urls[0]).toBe('https://x/viec-giao/c');
  });

  it('is said of a week without any, once there have been some, and what is left of before is never silent', () => {
    const earlier = [task('x', { due: plainDate('2023-06-01') }), task('y')];
    const section = sectionOf(known([], earlier));
    expect(section?.title).toBe('Tuần trước không giao việc nào');
    expect(linesOf(section)).toEqual([
      'Các tuần trước còn 2 việc chưa xong, 1 quá hạn.',
      'Nhập việc đã giao',
    ]);
  });

  it('keeps to one screen, and says how many more there are', () => {
    const many = Array.from({ length: 9 }, (_, nth) => task(`t${nth}`, { what: 'Việc dài '.repeat(60) }));
    const lines = linesOf(sectionOf(known(many)));
    expect(lines).toHaveLength(9);
    expect(lines[7]).toBe('Còn 2 việc nữa trong tệp Excel kèm theo.');
    for (const line of lines) expect(line.length).toBeLessThan(220);
  });
});
