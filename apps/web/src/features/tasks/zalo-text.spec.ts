import type { ConclusionDetailView, TaskView } from '@thongvon/api-contract';
import { zaloText } from './zalo-text';

const task = (more: Partial<TaskView>): TaskView =>
  ({
    ...{
      id: 't',
      what: 'Đối thoại lần 3. ',
      state: 'accepted',
      due: '2023-06-27',
      overdue: false,
      daysOverdue: 0,
    },
    ...{ organization: { id: 'o', name: 'UBND xã Bình Phú' }, project: null, person: 'Chủ tịch UBND xã' },
    concludedBy: { name: 'Nguyễn Văn Chủ', office: 'UBND huyện' },
    ...more,
  }) as TaskView;

const CONCLUSION = {
  ...{ kind: 'conclusion', number: '9061/TB-UBND', dated: '2023-06-23', title: 'Giao ban giải ngân tuần 25' },
  concludedBy: { name: 'Nguyễn Văn Chủ', office: 'UBND huyện' },
  tasks: [
    task({ project: { id: 'p', code: null, name: 'Nghĩa trang Nam Thăng Bình' } }),
    task({ what: 'Trình đơn giá', state: 'confirmed' }),
    task({ what: 'Bỏ', state: 'withdrawn' }),
    task({ what: 'Cắt điện', due: '2023-06-20', overdue: true, daysOverdue: 3 }),
  ],
} as unknown as ConclusionDetailView;

describe('a conclusion for a chat group', () => {
  it('is plain text with offices, what and by when, without names of people or what was withdrawn', () => {
    const text = zaloText(CONCLUSION, { onlyOpen: false, link: 'https://x/ket-luan/1' });
    expect(text).toBe(`GIAO BAN GIẢI NGÂN TUẦN 25
Thông báo kết luận 9061/TB-UBND ngày 23/6/2023

1. UBND xã Bình Phú: Đối thoại lần 3 (Nghĩa trang Nam Thăng Bình). Hạn 27/6.
2. UBND xã Bình Phú: Trình đơn giá. Hạn 27/6.
3. UBND xã Bình Phú: Cắt điện. Hạn 20/6, quá hạn 3 ngày.

Nhận việc, báo lại: https://x/ket-luan/1`);
    expect(text).not.toContain('Nguyễn');
  });

  it('names only what is not done where that is asked for', () => {
    const text = zaloText({ ...CONCLUSION, number: null, title: null }, { onlyOpen: true, link: 'x' });
    expect(text).toMatch(/^Thông báo kết luận ngày 23\/6\/2023\n\n1\. .*\n2\. .*Cắt điện/);
  });
});
