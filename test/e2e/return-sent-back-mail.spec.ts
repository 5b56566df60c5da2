import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { ReturnView } from '@thongvon/api-contract';
import { eventually } from '../support/eventually';
import { demoWorkbook, startDistrict, type District } from '../support/district';

const REASON = 'Dòng 12: lũy kế thấp hơn tuần trước. Xin giải thích <hoặc sửa>.';

describe('a return that comes back', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
  });
  afterAll(() => district.close());

  const outbox = (): string => path.join(district.api.environment.DATA_DIR, 'outbox');
  const mails = async (): Promise<ParsedMail[]> => {
    const names = await readdir(outbox()).catch(() => []);
    return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox(), name)))));
  };

  it('tells the officer when it is sent back, once, with the reason, a link and whom to ask, and names nobody', async () => {
    const id = await district.upload(
      district.board,
      await demoWorkbook('board-weekly-2023-06-21'),
      'tuần 25.xlsx',
    );
    await district.read(district.board, id);
    await district.board.post(`/api/returns/${id}/submission`).expect(200);
    const sendBack = () => district.finance.post(`/api/returns/${id}/sending-back`).send({ reason: REASON });
    await sendBack().expect(200);
    await sendBack().expect(200);
    const [mail, ...others] = await eventually(mails, ({ length }) => length > 0);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: 'Bị trả lại: báo cáo giải ngân và tiến độ giải phóng mặt bằng đến ngày 21/06/2023',
      to: { value: [{ address: 'board@thongvon.test' }] },
    });
    const address = `http://127.0.0.1:3000/bao-cao/${id}`;
    for (const part of ['UBND huyện Thăng Bình', 'Ban Quản lý dự án - Đô thị', 'tuần 25.xlsx', address]) {
      expect(mail?.text).toContain(part);
      expect(mail?.html).toContain(part);
    }
    expect(mail?.text).toContain(`> ${REASON}`);
    expect(mail?.html).toContain('Xin giải thích &lt;hoặc sửa&gt;.');
    expect(`${mail?.text}${String(mail?.html)}`).not.toMatch(/\w@\w|Người (?:reporter|finance)/);
  });

  it('tells the officer when its approval is taken back, why and what counts now; its history says who did it', async () => {
    const id = await district.approve(district.board, 'board-weekly-2023-06-14');
    const revert = () => district.finance.post(`/api/returns/${id}/reversion`).send({ reason: REASON });
    await revert().expect(200);
    await revert().expect(200);
    const of = async () =>
      (await mails()).filter(({ subject }) => subject?.startsWith('Bị hủy duyệt: ') === true);
    const [mail, ...others] = await eventually(of, ({ length }) => length > 0);
    expect(others).toEqual([]);
    expect(mail?.to).toMatchObject({ value: [{ address: 'board@thongvon.test' }] });
    for (const part of ['không còn được tính', 'Không có báo cáo nào khác', `> ${REASON}`, `/bao-cao/${id}`])
      expect(mail?.text).toContain(part);
    const { history } = (await district.board.get(`/api/returns/${id}`).expect(200)).body as ReturnView;
    expect(history.at(-1)).toMatchObject({
      type: 'revert',
      actor: { name: 'Người finance-officer', office: 'UBND huyện Thăng Bình' },
    });
    expect(history.find(({ type }) => type === 'start-reading')?.actor ?? null).toBeNull();
  });
});
