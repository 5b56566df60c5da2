import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { eventually } from '../support/eventually';
import { demoWorkbook, startDistrict, type District } from '../support/district';

const REASON = 'Dòng 12: lũy kế thấp hơn tuần trước. Xin giải thích <hoặc sửa>.';

describe('a return that is sent back', () => {
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

  it('tells the officer who uploaded it, once, with the reason, a link and whom to ask, and names nobody', async () => {
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
});
