import { DataSource } from 'typeorm';
import type { ProvenanceView } from '@thongvon/api-contract';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';
import { eventually } from '../support/eventually';

type Corrected = SeenReturn & {
  readonly corrections: readonly Record<string, unknown>[];
  readonly etag: string;
  readonly approval: { readonly whyNot: string | null };
};

const AMOUNT = 'I15';
const RIGHT = '23757.251';
const PLAN_SHEET = 'Phụ lục';
/** Of the notes, which are empty. */
const PLAN_NOTE = 'G6';

/** “Số đúng là …”: declared for a cell, read with it, never written into the file that came (issue 9, ADR 0212). */
describe('a correction that is declared', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
  });
  afterAll(() => district.close());

  const seen = async (id: string): Promise<Corrected> =>
    (await district.read(district.board, id)) as Corrected;
  const declare = (id: string, corrections: object[], by = district.board) =>
    by.post(`/api/returns/${id}/corrections`).send({ corrections });
  const takeBack = (id: string, cells: object[], by = district.board) =>
    by.post(`/api/returns/${id}/corrections/taken-back`).send({ cells });
  const codeOf = (reply: { body: unknown }): unknown => (reply.body as { code?: unknown }).code;

  /** The board's return, with the last project's disbursement typed as text; `date` makes the file another. */
  const wrongWorkbook = async (note: string) =>
    alteredWorkbook(await demoWorkbook('board-weekly-2023-06-21'), (value, sheet, cell) => {
      if (sheet !== 'Giải ngân') return undefined;
      if (cell === 'A1') return `${typeof value === 'string' ? value : ''} ${note}`;
      return cell === AMOUNT ? 'khoảng 20 tỷ' : undefined;
    });

  it('is read as if it had been typed, stays with person and reason, and can be taken back', async () => {
    const bytes = await wrongWorkbook('(a)');
    const id = await district.upload(district.board, bytes, 'gõ chữ.xlsx');
    const first = await seen(id);
    expect(first.status).toBe('needs-attention');
    expect(first.findings).toContainEqual(
      expect.objectContaining({ code: 'RET-AMOUNT-NOT-A-NUMBER', cell: AMOUNT }),
    );
    expect(first.corrections).toEqual([]);

    const right = {
      sheet: 'Giải ngân',
      cell: AMOUNT,
      value: RIGHT,
      reason: 'Theo bảng xác nhận của Kho bạc',
    };
    await declare(id, [right]).expect(202);
    const corrected = await seen(id);
    expect(corrected.status).toBe('ready');
    expect(corrected.total?.disbursed).toBe('223422000000');
    expect(corrected.etag).not.toBe(first.etag);
    expect(corrected.corrections).toEqual([
      {
        ...right,
        type: 'number',
        stood: { type: 'text', text: 'khoảng 20 tỷ', formula: null },
        by: { name: 'Người reporter', office: 'Ban Quản lý dự án - Đô thị' },
        at: expect.any(String) as string,
      },
    ]);
    expect(corrected.history.map(({ type }) => type)).toContain('correct');

    // The same once more changes nothing, and the file is what came.
    await declare(id, [right]).expect(202);
    expect((await seen(id)).etag).toBe(corrected.etag);
    const file = await district.board.get(`/api/returns/${id}/file`).buffer(true).expect(200);
    expect(Buffer.from(file.body as Uint8Array).equals(bytes)).toBe(true);

    // What the cell leads to says that it was corrected.
    const query = `sheet=${encodeURIComponent('Giải ngân')}&cell=${AMOUNT}`;
    const cell = await district.finance.get(`/api/returns/${id}/cells?${query}`).expect(200);
    expect(cell.body).toMatchObject({
      corrections: [{ cell: AMOUNT, value: RIGHT, reason: right.reason }],
      wanted: { type: 'number', unit: 'million-dong' },
    });

    await takeBack(id, [{ sheet: 'Giải ngân', cell: AMOUNT }], district.commune).expect(404);
    await takeBack(id, [{ sheet: 'Giải ngân', cell: AMOUNT }]).expect(202);
    const again = await seen(id);
    expect([again.status, again.corrections]).toEqual(['needs-attention', []]);
    expect(codeOf(await takeBack(id, [{ sheet: 'Giải ngân', cell: AMOUNT }]).expect(422))).toBe(
      'CORRECTION-NOT-DECLARED',
    );

    // Declared anew after that, with another value: the last one stands, and every one is kept.
    await declare(id, [{ ...right, value: '1' }]).expect(202);
    await seen(id);
    await declare(id, [right]).expect(202);
    expect((await seen(id)).corrections).toMatchObject([{ value: RIGHT }]);
    const database = district.api.app.get(DataSource);
    const rows = await database.query<{ value: string | null }[]>(
      'SELECT value FROM returns.correction WHERE return_id = $1 ORDER BY id',
      [id],
    );
    expect(rows.map(({ value }) => value)).toEqual([RIGHT, null, '1', RIGHT]);
    for (const change of ["UPDATE returns.correction SET value = '2'", 'DELETE FROM returns.correction'])
      await expect(database.query(change)).rejects.toThrow(/append-only|append_only/);

    await district.board.post(`/api/returns/${id}/submission`).expect(200);
    expect(codeOf(await declare(id, [{ ...right, value: '3' }]).expect(409))).toBe('RETURN-STATE');
    expect(codeOf(await takeBack(id, [{ sheet: 'Giải ngân', cell: AMOUNT }]).expect(409))).toBe(
      'RETURN-STATE',
    );
    await district.finance.post(`/api/returns/${id}/approval`).send({ reason: 'thử' }).expect(202);

    // So does the way of the number in the books, for whoever looks at it.
    const [project] = await eventually(
      () =>
        database.query<{ id: string }[]>(
          `SELECT project_id AS id FROM capital.figure WHERE return_id = $1 AND cells->'disbursed'->>'cell' = $2`,
          [id, AMOUNT],
        ),
      (found) => found.length > 0,
    );
    const traced = await district.leader
      .get(`/api/projects/${project?.id}/provenance?planYear=2023&asOf=2023-06-21`)
      .expect(200);
    const { figures } = traced.body as ProvenanceView;
    expect(figures.filter((figure) => figure.return.id === id)).toMatchObject([
      {
        cells: { disbursed: { cell: AMOUNT } },
        corrections: [{ ...right, stood: { text: 'khoảng 20 tỷ' }, by: { name: 'Người reporter' } }],
      },
    ]);
    const others = figures.filter((figure) => figure.return.id !== id);
    expect(others.map(({ corrections }) => corrections)).toEqual(others.map(() => []));
  });

  it('that can not be is refused with what is wrong, and nothing is kept', async () => {
    const id = await district.upload(district.board, await wrongWorkbook('(b)'), 'sai.xlsx');
    const before = await seen(id);
    const right = { sheet: 'Giải ngân', cell: AMOUNT, value: RIGHT, reason: 'Theo chứng từ' };
    const refused: [object, number, string?][] = [
      [{ ...right, sheet: 'Trang lạ' }, 422, 'CORRECTION-NO-SHEET'],
      [{ ...right, cell: 'E5000' }, 422, 'CORRECTION-NO-CELL'],
      [{ ...right, cell: 'ZZZ9' }, 422, 'CORRECTION-NO-CELL'],
      [{ ...right, value: 'hai mươi tỷ' }, 422, 'CORRECTION-NOT-A-NUMBER'],
      [{ ...right, value: '20.932,5' }, 422, 'CORRECTION-NOT-A-NUMBER'],
      [{ ...right, value: '1234567890.1234567' }, 422, 'CORRECTION-NOT-A-NUMBER'],
      [{ ...right, reason: ' ' }, 422, 'CORRECTION-NO-REASON'],
      [{ sheet: right.sheet, cell: right.cell, value: RIGHT }, 422, 'CORRECTION-NO-REASON'],
      [{ ...right, cell: 'nowhere' }, 400],
      [{ ...right, value: '' }, 400],
    ];
    for (const [correction, status, code] of refused) {
      const reply = await declare(id, [right, correction]).expect(status);
      if (code !== undefined) expect(codeOf(reply)).toBe(code);
      expect((reply.body as { detail?: string }).detail).toBeTruthy();
    }
    await declare(id, [right], district.commune).expect(404);
    await declare(id, [right], district.finance).expect(403);
    await declare(id, [right], district.leader).expect(403);
    expect((await seen(id)).etag).toBe(before.etag);
  });

  it('makes who declared it one of those who can not approve: four eyes', async () => {
    // The finance office corrects its own return: uploaded and submitted by the head, corrected by the officer.
    const plan = await alteredWorkbook(await demoWorkbook('plan-9001-qd-ubnd'), () => undefined);
    const id = await district.upload(district.head, plan, 'kế hoạch.xlsx');
    const read = (await district.read(district.head, id)) as Corrected;
    expect(read.status).toBe('ready');
    const correction = { sheet: PLAN_SHEET, cell: PLAN_NOTE, value: 'Đã rà soát', reason: 'Bổ sung ghi chú' };
    await declare(id, [correction], district.finance).expect(202);
    await district.read(district.head, id);
    await takeBack(id, [{ sheet: PLAN_SHEET, cell: PLAN_NOTE }], district.head).expect(202);
    expect(await district.read(district.head, id)).toMatchObject({ status: 'ready', corrections: [] });
    await district.head.post(`/api/returns/${id}/submission`).expect(200);
    const refused = await district.finance.post(`/api/returns/${id}/approval`).expect(409);
    expect(codeOf(refused)).toBe('FOUR-EYES');
    const shown = (await district.finance.get(`/api/returns/${id}`)).body as Corrected;
    expect(shown.approval.whyNot).toBe('four-eyes');
  });
});
