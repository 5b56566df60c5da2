import { Workbook } from 'exceljs';
import { DataSource } from 'typeorm';
import type {
  AddedWordView,
  AuditEntryView,
  ListOf,
  ReturnView,
  WordPreviewView,
} from '@thongvon/api-contract';
import { eventually } from '../support/eventually';
import { startDistrict, type District, type SeenReturn } from '../support/district';

/** A return whose disbursements stand under words that the reader doesn't know. */
async function ownCaption(day: string): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023']);
  sheet.addRow([`Số liệu đến ngày ${day}`]);
  sheet.addRow(['ĐVT: triệu đồng']);
  sheet.addRow(['TT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Số vốn đã rút']);
  sheet.addRow([1, 'Đường liên xã Bình Dương', '7901234', 5_000, 1_250]);
  sheet.addRow([2, 'Cầu Ông Triệu', '7901235', 3_000, 1_000]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const WORD = { kind: 'caption', meaning: 'disbursed', phrase: 'Số vốn đã rút' };
const WORDS = '/api/reading-vocabulary/words';

const ROWS = [
  ['Đường liên xã Bình Dương', '7901234', 5_000, 1_250],
  ['Cầu Ông Triệu', '7901235', 3_000, 1_000],
] as const;
const DISBURSED = '2250000000';

/** A return in words that no other office uses: without a mapping nothing in it is a table. */
async function ownWords(day: string, caption = 'Số 2'): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Biểu 1');
  sheet.addRow(['SỐ LIỆU NĂM 2023']);
  sheet.addRow([`Số liệu đến ngày ${day}`]);
  sheet.addRow(['TT', 'Chỉ dẫn', 'Ký hiệu', 'Số 1', caption]);
  ROWS.forEach((row, i) => sheet.addRow([i + 1, ...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const TABLE = {
  sheet: 'Biểu 1',
  headerRows: [3, 3],
  kind: 'disbursement',
  unit: 'million-dong',
  columns: [
    { column: 'B', meaning: 'name' },
    { column: 'C', meaning: 'code' },
    { column: 'D', meaning: 'planned' },
    { column: 'E', meaning: 'disbursed' },
  ],
};

describe('a table in words of its own', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
  }, 60_000);
  afterAll(() => district.close());

  describe('a word that an administrator adds', () => {
    let admin: District['board'];
    beforeAll(async () => {
      const office = await district.api.organization('UBND huyện Thăng Bình');
      await district.api.user('admin@thongvon.test', 'administrator', office);
      const beside = await district.api.organization('Văn phòng');
      await district.api.user('beside@thongvon.test', 'administrator', beside);
      admin = await district.api.signedIn('admin@thongvon.test');
    });

    const see = async (id: string): Promise<ReturnView> =>
      (await district.read(district.board, id)) as unknown as ReturnView;
    const send = async (day: string): Promise<ReturnView> =>
      see(await district.upload(district.board, await ownCaption(day), 'bieu.xlsx'));
    const aboutColumns = ({ findings }: ReturnView) =>
      findings.filter(({ code }) => code.startsWith('RET-COLUMN'));
    const listed = async () => ((await admin.get(WORDS).expect(200)).body as ListOf<AddedWordView>).items;

    /** Sends both, and lets neither write before both have come as far as the words. */
    const atOnce = async <T>(sends: (() => PromiseLike<T>)[]): Promise<T[]> => {
      const data = district.api.app.get(DataSource);
      const waiting = `SELECT count(*)::integer AS n FROM pg_locks WHERE NOT granted AND relation = 'returns.reading_word_entry'::regclass`;
      const sent = await data.transaction(async (manager) => {
        await manager.query(`LOCK TABLE returns.reading_word_entry IN SHARE ROW EXCLUSIVE MODE`);
        const replies = Promise.all(sends.map((send) => send()));
        await eventually(
          () => data.query<{ n: number }[]>(waiting),
          ([found]) => found?.n === sends.length,
        );
        return { replies };
      });
      return sent.replies;
    };

    let asked: ReturnView;

    it('is tried first: what stands against it, and what it changes for returns that wait', async () => {
      asked = await send('31/5/2023');
      expect(asked).toMatchObject({ status: 'needs-attention', hasNewerWords: false });
      expect(aboutColumns(asked)).not.toEqual([]);
      const preview = (await admin.post(`${WORDS}/preview`).send(WORD).expect(200)).body as WordPreviewView;
      expect(preview).toMatchObject({
        conflict: null,
        saysNow: [{ key: 'capital' }],
        tried: 1,
        effects: [{ returnId: asked.id, organizationName: 'Ban Quản lý dự án - Đô thị', openAfter: 0 }],
      });
      expect(preview.effects[0]?.openBefore).toBeGreaterThan(0);
      // Who keeps the system for an office next to the district sees none of its returns.
      const beside = await district.api.signedIn('beside@thongvon.test');
      expect((await beside.post(`${WORDS}/preview`).send(WORD).expect(200)).body).toMatchObject({
        tried: 0,
        effects: [],
      });
      const taken = { ...WORD, meaning: 'planned', phrase: 'thanh toán' };
      expect((await admin.post(`${WORDS}/preview`).send(taken).expect(200)).body).toMatchObject({
        conflict: { fault: 'other-meaning', message: '“thanh toán” đã có nghĩa khác: giải ngân.' },
        effects: [],
      });
      const refused = await admin
        .post(WORDS)
        .send({ ...taken, reason: 'x' })
        .expect(409);
      expect(refused.body).toMatchObject({ code: 'WORD-REFUSED', fault: 'other-meaning' });
      await admin.post(WORDS).send(WORD).expect(400);
      expect(await listed()).toEqual([]);
    });

    it('is read from then on; a return that waits is read again when its sender says so', async () => {
      const add = () => admin.post(WORDS).send({ ...WORD, reason: 'biểu của Ban QLDA' });
      // Of two at once one counts; the other is informed that it is known by now.
      const replies = await atOnce([add, add]);
      expect(
        replies.map(({ body }: { body: { id?: number; fault?: string } }) => body.id ?? body.fault),
      ).toEqual(expect.arrayContaining([1, 'known']));
      expect(await listed()).toMatchObject([
        { id: 1, phrase: 'Số vốn đã rút', meaning: { label: 'giải ngân' }, retiredAt: null },
      ]);
      const said = await admin.get('/api/reading-vocabulary/caption').query({ text: 'Số vốn đã rút (trđ)' });
      expect(said.body).toMatchObject({ tags: [{ key: 'disbursed' }], unit: 'million-dong' });

      const kept = await see(asked.id);
      expect(kept).toMatchObject({ status: 'needs-attention', hasNewerWords: true });
      expect(kept.findings).toEqual(asked.findings);
      await district.commune.post(`/api/returns/${asked.id}/reading`).expect(404);
      await district.finance.post(`/api/returns/${asked.id}/reading`).expect(403);
      await district.board.post(`/api/returns/${asked.id}/reading`).expect(202);
      const again = await see(asked.id);
      expect(again).toMatchObject({ total: { disbursed: '2250000000' }, hasNewerWords: false });
      expect(aboutColumns(again)).toEqual([]);
      expect(again.history.map(({ type }) => type)).toContain('read-again');
      expect(await send('7/6/2023')).toMatchObject({ total: { disbursed: '2250000000' } });
    });

    it('counts no longer once it is retired, with a reason, and nothing of it is forgotten', async () => {
      const retire = (id: number | string) =>
        admin.post(`${WORDS}/${id}/retirement`).send({ reason: 'đổi biểu' });
      for (const id of [2, 'x', '99999999999']) await retire(id).expect(404);
      await retire(1).expect(200);
      await retire(1).expect(409);
      expect(aboutColumns(await send('14/6/2023'))).not.toEqual([]);
      // The retired word is free again, also for another meaning.
      await admin
        .post(WORDS)
        .send({ ...WORD, meaning: 'advance', reason: 'biểu mới' })
        .expect(201);
      expect(await listed()).toMatchObject([
        { id: 3, meaning: { key: 'advance' }, retiredAt: null },
        { id: 1, meaning: { key: 'disbursed' }, reason: 'biểu của Ban QLDA', retiredReason: 'đổi biểu' },
      ]);
      const trail = await admin.get('/api/audit-trail?subjectKind=word').expect(200);
      expect((trail.body as ListOf<AuditEntryView>).items).toMatchObject([
        { action: 'word.add', subject: { name: 'Số vốn đã rút' } },
        { action: 'word.retire', details: { phrase: 'Số vốn đã rút', reason: 'đổi biểu' } },
        { action: 'word.add', details: { meaning: 'disbursed' } },
      ]);
    });
  });

  describe('a table that nobody could recognise', () => {
    const send = async (bytes: Buffer): Promise<SeenReturn> =>
      district.read(district.board, await district.upload(district.board, bytes, 'bieu.xlsx'));
    const map = (id: string, tables: object[], sender = district.board) =>
      sender.put(`/api/returns/${id}/mapping`).send({ tables });

    it('is described once by its sender, then read also next week, until its captions change', async () => {
      const first = await send(await ownWords('14/6/2023'));
      expect(first).toMatchObject({ status: 'failed', findings: [{ code: 'RET-NOT-A-RETURN' }] });
      await map(first.id, [TABLE]).expect(202);
      const read = await district.read(district.board, first.id);
      expect(read).toMatchObject({
        kinds: ['disbursement'],
        asOf: '2023-06-14',
        total: { disbursed: DISBURSED },
        mapping: [TABLE],
        sheets: [{ name: 'Biểu 1', role: 'disbursement', headerRows: [3] }],
      });
      expect(read.history.map(({ type }) => type)).toContain('map');
      await answerAll(read);
      await district.board.post(`/api/returns/${first.id}/submission`).expect(200);

      const second = await send(await ownWords('21/6/2023'));
      expect(second).toMatchObject({ kinds: ['disbursement'], total: { disbursed: DISBURSED } });
      const drifted = await send(await ownWords('21/6/2023', 'Số 3'));
      expect(drifted).toMatchObject({ status: 'failed', findings: [{ code: 'RET-NOT-A-RETURN' }] });
    });

    /** New projects are asked about; what else is asked would be a mistake of this test. */
    async function answerAll({ id, findings }: SeenReturn): Promise<void> {
      const answers = findings
        .filter(({ severity }) => severity === 'question')
        .map(({ code, sheet, cell }) => ({ code, sheet, cell, value: 'new' }));
      if (answers.length === 0) return;
      await district.board.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
      expect((await district.read(district.board, id)).status).toBe('ready');
    }

    it.each([
      ['no-such-sheet', { ...TABLE, sheet: 'Biểu 2' }],
      ['header-rows', { ...TABLE, headerRows: [4, 3] }],
      ['no-such-meaning', { ...TABLE, columns: [{ column: 'B', meaning: 'luck' }] }],
      ['column-twice', { ...TABLE, columns: [...TABLE.columns, { column: 'B', meaning: 'note' }] }],
      ['no-name', { ...TABLE, columns: [{ column: 'D', meaning: 'planned' }] }],
      ['no-figure', { ...TABLE, columns: [{ column: 'B', meaning: 'name' }] }],
    ])('is not read by a description with the fault %s', async (fault, table) => {
      const { id } = await send(await ownWords('7/6/2023', `Số ${fault}`));
      const { body } = await map(id, [table]).expect(422);
      expect(body).toMatchObject({ code: 'MAPPING-FAULTY', fault });
      await map(id, [{ ...table, headerRows: 'abc' }]).expect(400);
    });

    it('can be described by its sender alone, and only while nothing has been handed in', async () => {
      const { id } = await send(await ownWords('31/5/2023', 'Số 5'));
      await map(id, [TABLE], district.commune).expect(404);
      await map(id, [TABLE], district.finance).expect(403);
      await district.board.post(`/api/returns/${id}/withdrawal`);
      await map(id, [TABLE]).expect(202);
      await district.read(district.board, id);
      await district.board.post(`/api/returns/${id}/withdrawal`).expect(200);
      await map(id, [TABLE]).expect(409);
    });

    it('stays failed where the same file has been sent again meanwhile, or is no workbook', async () => {
      const bytes = await ownWords('24/5/2023', 'Số 6');
      const { id } = await send(bytes);
      const again = await send(bytes);
      expect(again.id).not.toBe(id);
      await map(again.id, [TABLE]).expect(202);
      await district.read(district.board, again.id);
      expect((await map(id, [TABLE]).expect(409)).body).toMatchObject({ code: 'RETURN-RECEIVED-AGAIN' });

      const junk = await send(Buffer.from('no workbook at all'));
      expect((await map(junk.id, [TABLE]).expect(409)).body).toMatchObject({ code: 'RETURN-NOT-READABLE' });
    });
  });
});
