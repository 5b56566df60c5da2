import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { DataSource } from 'typeorm';
import { openWorkbook } from '@thongvon/workbook-io';
import { startDistrict, type District } from '../support/district';
import { download } from '../support/download';

const NAMES = ['Giải ngân.csv', 'GPMB.csv'] as const;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a return of several files', () => {
  let district: District;
  let files: { name: string; bytes: Buffer }[];
  let id: string;

  const send = (sender: District['board'], sent: readonly { name: string; bytes: Buffer }[]) =>
    sent.reduce(
      (request, { name, bytes }) => request.attach('files', bytes, name),
      sender.post('/api/returns/together'),
    );

  beforeAll(async () => {
    district = await startDistrict();
    for (const plan of ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'])
      await district.approve(district.finance, plan);
    const folder = path.resolve(__dirname, '../fixtures/formats');
    const stored = ['giai-ngan', 'gpmb'].map((sheet) => `board-weekly-2023-06-21-${sheet}.csv`);
    files = await Promise.all(
      NAMES.map(async (name, i) => ({ name, bytes: await readFile(path.join(folder, stored[i] ?? '')) })),
    );
    const reply = await send(district.board, files).expect(202);
    ({ id } = reply.body as { id: string });
  }, 90_000);
  afterAll(() => district.close());

  it('is read as one workbook, whose cells lead to their file', async () => {
    const seen = await district.read(district.board, id);
    expect(seen).toMatchObject({
      status: 'ready',
      fileName: 'Giải ngân.csv và 1 tệp khác',
      kinds: ['disbursement', 'land-clearance'],
      total: { planned: '428137000000', disbursed: '223422000000' },
      files: files.map(({ name, bytes }) => ({ fileName: name, size: bytes.length })),
      sheets: [{ name: NAMES[0] }, { name: NAMES[1] }],
    });
    for (const [sheet, cell, text] of [
      [NAMES[0], 'B8', 'Danh mục công trình, dự án'],
      [NAMES[1], 'B8', 'Dự án'],
    ]) {
      const query = new URLSearchParams({ sheet: sheet ?? '', cell: cell ?? '' }).toString();
      const window = await district.board.get(`/api/returns/${id}/cells?${query}`).expect(200);
      expect(JSON.stringify(window.body)).toContain(`"${text}"`);
    }
  });

  it('keeps each file as it came, by its SHA-256, and hands them out one by one or all', async () => {
    const kept = await district.api.app.get(DataSource).query<unknown[]>(
      `SELECT f.file_name, s.sha256, s.bytes FROM returns.return_file f JOIN returns.stored_file s ON s.sha256 = f.file_sha256
       WHERE f.return_id = $1 ORDER BY f.place`,
      [id],
    );
    expect(kept).toEqual(files.map(({ name, bytes }) => ({ file_name: name, sha256: sha256(bytes), bytes })));
    for (const [i, { name, bytes }] of files.entries()) {
      const one = await download(district.board, `/api/returns/${id}/files/${i + 1}`).expect(200);
      expect(one.headers['content-disposition']).toContain(encodeURIComponent(name));
      expect(one.body).toEqual(bytes);
    }
    const all = await download(district.board, `/api/returns/${id}/file`).expect(200);
    expect(all.headers['content-disposition']).toContain(
      encodeURIComponent('Giải ngân.csv và 1 tệp khác.zip'),
    );
    const entries = Object.entries(unzipSync(all.body as Buffer)).map(([name, bytes]) => [
      name,
      Buffer.from(bytes),
    ]);
    expect(entries).toEqual(files.map(({ name, bytes }) => [name, bytes]));
    for (const number of ['0', '3', 'x'])
      expect((await district.board.get(`/api/returns/${id}/files/${number}`).expect(404)).body).toMatchObject(
        {
          code: 'FILE-NOT-FOUND',
        },
      );
    await district.commune.get(`/api/returns/${id}/files/1`).expect(404);
  });

  it('is the same return in another order, under other names, and with a file chosen twice', async () => {
    const [first, second] = files;
    if (!first || !second) throw new Error('two files');
    const again = await send(district.board, [second, { ...first, name: 'khác.csv' }, first]).expect(200);
    expect(again.body).toMatchObject({ id, duplicate: true });
    const alone = await send(district.board, [first, first]).expect(202);
    const seen = await district.read(district.board, (alone.body as { id: string }).id);
    expect(seen).toMatchObject({ fileName: NAMES[0], files: [], kinds: ['disbursement'] });
    const known = await district.board.post('/api/returns').attach('file', first.bytes, 'a.csv').expect(200);
    expect(known.body).toMatchObject({ id: seen.id, duplicate: true });
    await district.board.post(`/api/returns/${seen.id}/withdrawal`).expect(200);
  });

  it('is handed back as the list of its findings, with the file of each', async () => {
    const reply = await download(district.board, `/api/returns/${id}/marked`).expect(200);
    expect(openWorkbook(reply.body as Buffer).sheets.map(({ name }) => name)).toEqual(['Kết quả kiểm tra']);
  });

  it('fails as a whole where one of its files can’t be opened, and says which', async () => {
    const [first] = files;
    if (!first) throw new Error('two files');
    const reply = await send(district.board, [
      first,
      { name: 'thu.pdf', bytes: Buffer.from('%PDF-1.7\n') },
    ]).expect(202);
    const seen = await district.read(district.board, (reply.body as { id: string }).id);
    expect(seen).toMatchObject({
      status: 'failed',
      findings: [{ code: 'RET-NOT-A-RETURN', message: expect.stringMatching(/^Tệp “thu.pdf”: /) }],
    });
  });

  it('is refused without a file, with too many, and with more than 20 MB together', async () => {
    const small = (n: number) => ({ name: `${n}.csv`, bytes: Buffer.from(`a;${n}\nb;2\n`) });
    const large = (n: number) => ({ name: `${n}.csv`, bytes: Buffer.alloc(11 * 1024 * 1024, `a;${n}\n`) });
    for (const [sent, status, code] of [
      [[], 400, 'UPLOAD-MALFORMED'],
      [Array.from({ length: 21 }, (_, n) => small(n)), 400, 'UPLOAD-MALFORMED'],
      [[large(1), large(2)], 413, 'FILE-TOO-LARGE'],
    ] as const)
      expect((await send(district.board, sent).field('coverage', 'full').expect(status)).body).toMatchObject({
        code,
      });
  });
});
