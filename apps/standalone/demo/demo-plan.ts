import { instantAt, plainDate, type PlainDate } from '@thongvon/kernel';
import type { NewAccount, NewOrganization } from '@thongvon/organizations';

/** The instant at which the business clock starts with the demo weeks (contract, section 6). */
export const DEMO_NOW = instantAt(plainDate('2023-06-23'), '08:00');

export type DemoOrganization = 'district' | 'board' | 'commune';

export const DEMO_ORGANIZATIONS: Record<DemoOrganization, Omit<NewOrganization, 'parentId'>> = {
  district: { name: 'UBND huyện Thăng Bình', kind: 'peoples-committee', effectiveFrom: '2021-07-01' },
  board: {
    name: 'Ban Quản lý dự án - Đô thị',
    kind: 'project-management-board',
    effectiveFrom: '2021-07-01',
    reports: true,
  },
  commune: {
    name: 'UBND xã Bình Dương',
    kind: 'commune',
    commune: 'xã Bình Dương',
    effectiveFrom: '2021-07-01',
    reports: true,
  },
};

export const DEMO_ACCOUNTS: readonly (Pick<NewAccount, 'email' | 'name' | 'role'> & {
  readonly organization: DemoOrganization;
})[] = [
  { email: 'board@thongvon.test', name: 'Cán bộ Ban QLDA', role: 'reporter', organization: 'board' },
  { email: 'commune@thongvon.test', name: 'Cán bộ xã', role: 'reporter', organization: 'commune' },
  {
    email: 'finance@thongvon.test',
    name: 'Cán bộ tài chính',
    role: 'finance-officer',
    organization: 'district',
  },
  {
    email: 'finance-head@thongvon.test',
    name: 'Trưởng phòng Tài chính',
    role: 'finance-head',
    organization: 'district',
  },
  { email: 'leader@thongvon.test', name: 'Lãnh đạo', role: 'leader', organization: 'district' },
  { email: 'admin@thongvon.test', name: 'Quản trị', role: 'administrator', organization: 'district' },
];

export interface DemoReturn {
  readonly file: string;
  readonly sender: string;
  readonly receivedAt: Date;
  readonly approvedAt: Date;
}

const FINANCE = 'finance@thongvon.test';
const FINANCE_HEAD = 'finance-head@thongvon.test';
const BOARD = 'board@thongvon.test';

/** What the demo finds approved: both plan decisions, then five weekly returns, received Thursday before the cut-off. */
export const DEMO_RETURNS: readonly DemoReturn[] = [
  demoReturn('plan-9001-qd-ubnd', FINANCE, '2022-12-16'),
  demoReturn('plan-adjustment-9188-qd-ubnd', FINANCE, '2023-05-22'),
  demoReturn('board-weekly-2023-05-24', BOARD, '2023-05-25'),
  demoReturn('board-weekly-2023-05-31', BOARD, '2023-06-01'),
  demoReturn('board-weekly-2023-06-07', BOARD, '2023-06-08'),
  demoReturn('board-weekly-2023-06-14', BOARD, '2023-06-15'),
  demoReturn('board-weekly-2023-06-21', BOARD, '2023-06-22'),
];

/** Who watches the contracts. */
export const DEMO_OFFICER = BOARD;

/** Who approves what a sender sent: never the same person (contract, section 3). */
export const demoApprover = (sender: string): string => (sender === FINANCE ? FINANCE_HEAD : FINANCE);

function demoReturn(file: string, sender: string, day: string): DemoReturn {
  const date: PlainDate = plainDate(day);
  return {
    file: `${file}.xlsx`,
    sender,
    receivedAt: instantAt(date, '09:00'),
    approvedAt: instantAt(date, '15:30'),
  };
}
