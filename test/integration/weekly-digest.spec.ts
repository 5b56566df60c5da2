import { simpleParser, type ParsedMail } from 'mailparser';
import { DigestModule } from '@thongvon/digest';
import { instantAt, plainDate } from '@thongvon/kernel';
import { EnsureUser } from '@thongvon/organizations';
import { JobHandlers } from '@thongvon/platform';
import type { Reading } from '@thongvon/return-reader';
import { FreezeMissingWeeks, ReviseWeek } from '@thongvon/snapshots';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ROAD = '7000001';
const BILLION = 1_000_000_000;
const PLAN = planReading(
  { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  { [ROAD]: { huyen: 1000 * BILLION } },
);

describe('editions of the weekly letter', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-01T02:00:00Z'), [DigestModule]);
    await leader('leader@example.test');
    await at('2023-01-06', '09:00', () => approve(PLAN));
  });
  afterEach(() => system.close());

  const at = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(plainDate(date), time), work);
  async function leader(email: string): Promise<void> {
    const { organizationId } = system.finance;
    const account = { email, name: 'Lãnh đạo', role: 'leader', organizationId } as const;
    await system.app.get(EnsureUser).run({ ...account, password: 'a-long-password' });
  }
  async function approve(reading: Reading): Promise<void> {
    const sender = reading.kinds.includes('plan') ? system.finance : system.board;
    await approveReady(system, sender, await readyReturn(system, sender, reading));
  }
  const report = (date: string, time: string, asOf: string, billions: number): Promise<void> =>
    at(date, time, () =>
      approve(disbursementReading(asOf, { [ROAD]: [{ source: 'huyen', disbursed: billions * BILLION }] })),
    );
  const freezeDue = (): Promise<void> => system.app.get(FreezeMissingWeeks).run();
  /** As workers would: every open wish for letters, oldest first, each by two at a time. */
  async function writeLetters(): Promise<PromiseSettledResult<void>[]> {
    const wishes = await system.data.query<{ subject: string }[]>(
      `SELECT subject FROM platform.work_intent WHERE job = 'send-digest' AND done_at IS NULL ORDER BY id`,
    );
    const handler = system.app.get(JobHandlers).handlerOf('send-digest');
    const outcomes: PromiseSettledResult<void>[] = [];
    for (const { subject } of wishes)
      outcomes.push(...(await Promise.allSettled([handler.handle(subject), handler.handle(subject)])));
    return outcomes;
  }
  async function letters(): Promise<ParsedMail[]> {
    const rows = await system.data.query<{ message: Buffer }[]>(
      `SELECT message FROM platform.mail WHERE kind = 'weekly-digest' ORDER BY created_at, recipient`,
    );
    return Promise.all(rows.map(({ message }) => simpleParser(message)));
  }
  const subjects = async (): Promise<(string | undefined)[]> =>
    (await letters()).map(({ subject }) => subject);

  async function threeWeeks(): Promise<void> {
    await report('2023-06-08', '15:00', '2023-06-07', 100);
    await report('2023-06-15', '15:00', '2023-06-14', 200);
    await report('2023-06-22', '15:00', '2023-06-21', 250);
    await at('2023-06-23', '07:00', freezeDue);
  }

  it('are written of the latest week alone when weeks were missed, once, whoever writes them', async () => {
    await threeWeeks();
    await at('2023-06-23', '07:01', writeLetters);
    expect(await subjects()).toEqual(['Giải ngân tuần 22/06/2023: 25,00 %, +50,000 tỷ; 0 việc cần quyết']);
    const open = await system.data.query(
      `SELECT FROM platform.work_intent WHERE job = 'send-digest' AND done_at IS NULL`,
    );
    expect(open).toEqual([]);
  });

  it('say that they are a correction, and leave the numbers of the first as they were sent', async () => {
    await threeWeeks();
    await at('2023-06-23', '07:01', writeLetters);
    const [first] = await letters();
    await report('2023-06-24', '09:00', '2023-06-21', 260);
    await at('2023-06-24', '10:00', () =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-06-22', 'Báo cáo thiếu một chứng từ'),
    );
    await at('2023-06-24', '10:01', writeLetters);
    const [unchanged, correction, ...more] = await letters();
    expect(more).toEqual([]);
    expect(unchanged?.text).toBe(first?.text);
    expect(correction?.subject).toBe(
      'Đính chính (bản 2): giải ngân tuần 22/06/2023: 26,00 %, +60,000 tỷ; 0 việc cần quyết',
    );
    expect(correction?.text).toContain('Lý do: Báo cáo thiếu một chứng từ');
    expect(correction?.attachments[0]?.filename).toBe('giai-ngan-tuan-2023-06-22-ban-2.xlsx');
  });

  it('correct a past week only to those who had its letter', async () => {
    await threeWeeks();
    await at('2023-06-23', '07:01', writeLetters);
    await report('2023-06-24', '09:00', '2023-06-14', 210);
    await at('2023-06-24', '10:00', () =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-06-15', 'Sửa số tuần trước'),
    );
    await at('2023-06-24', '10:01', writeLetters);
    expect(await subjects()).toHaveLength(1);
    await at('2023-07-01', '08:00', freezeDue);
    await leader('newcomer@example.test');
    await report('2023-07-01', '09:00', '2023-06-21', 270);
    await at('2023-07-01', '10:00', () =>
      system.app.get(ReviseWeek).revise(system.finance, '2023-06-22', 'Sửa số'),
    );
    await at('2023-07-01', '10:01', writeLetters);
    const corrections = (await letters()).filter(({ subject }) => subject?.startsWith('Đính chính'));
    expect(corrections.map(({ to }) => (Array.isArray(to) ? to[0] : to)?.text)).toEqual([
      'leader@example.test',
    ]);
  });

  it('reach the others when one address can’t be written to, and are tried again for it', async () => {
    await leader('tên có dấu@example.test');
    await threeWeeks();
    const outcomes = await at('2023-06-23', '07:01', writeLetters);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect((await letters()).length).toBe(1);
    await system.data.query(
      `UPDATE organizations.user_account SET email = 'mended@example.test' WHERE email LIKE 'tên%'`,
    );
    await at('2023-06-23', '07:05', writeLetters);
    expect((await letters()).length).toBe(2);
  });
});
