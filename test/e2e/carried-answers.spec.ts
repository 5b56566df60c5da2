import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GivenAnswerView } from '@thongvon/api-contract';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

const MISTAKES = path.resolve(__dirname, '../fixtures/returns/board-with-mistakes.xlsx');
const REASON = 'Báo cáo riêng ở kỳ sau';

type Seen = Omit<SeenReturn, 'answers'> & { readonly answers: readonly GivenAnswerView[] };

describe('answers to an earlier file of the week', () => {
  let district: District;

  beforeEach(async () => {
    district = await startDistrict();
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    await district.approve(district.board, 'board-weekly-2023-06-14');
  });
  afterEach(() => district.close());

  const questionsOf = ({ findings }: Pick<SeenReturn, 'findings'>): string[] =>
    findings.filter(({ severity }) => severity === 'question').map(({ code }) => code);
  const read = async (bytes: Buffer, name: string): Promise<Seen> => {
    const id = await district.upload(district.board, bytes, name);
    return (await district.read(district.board, id)) as unknown as Seen;
  };
  /** Once no more comes of itself. */
  const settled = async (id: string): Promise<Seen> =>
    (await district.read(district.board, id)) as unknown as Seen;

  it('are carried to a corrected file wherever it is dropped, with who gave them, and not to what is another question', async () => {
    const bytes = await readFile(MISTAKES);
    const first = await read(bytes, 'tuan-25.xlsx');
    const missing = first.findings.filter(({ code }) => code === 'RET-PROJECT-MISSING');
    expect(missing.length).toBeGreaterThan(5);
    const answers = missing.map(({ code, sheet, cell, value }) => ({
      ...{ code, sheet, cell, asked: value, reason: REASON },
    }));
    await district.board.post(`/api/returns/${first.id}/answers`).send({ answers }).expect(202);
    await settled(first.id);
    const mended = await alteredWorkbook(bytes, (_, __, cell) => (cell === 'E11' ? 15200.167 : undefined));
    const second = await read(mended, 'da-sua.xlsx');
    expect(questionsOf(second)).not.toContain('RET-PROJECT-MISSING');
    expect(questionsOf(second).length).toBeGreaterThan(0);
    const carried = second.answers.filter(({ code }) => code === 'RET-PROJECT-MISSING');
    expect(carried).toHaveLength(missing.length);
    for (const answer of carried)
      expect(answer).toMatchObject({ reason: REASON, carriedFrom: first.id, givenBy: 'Người reporter' });
    expect(second.history.map(({ type }) => type)).toContain('carry-answers');
    // Taken back, it is asked again and stays asked.
    const [{ code, sheet, cell, asked }] = carried as [GivenAnswerView];
    await district.board
      .post(`/api/returns/${second.id}/answers/taken-back`)
      .send({ answers: [{ code, sheet, cell, asked }] })
      .expect(202);
    expect(questionsOf(await settled(second.id))).toContain('RET-PROJECT-MISSING');
  });

  it('are not carried to a file of another week', async () => {
    const bytes = await readFile(MISTAKES);
    const first = await read(bytes, 'tuan-25.xlsx');
    const answers = first.findings
      .filter(({ code }) => code === 'RET-PROJECT-MISSING')
      .map(({ code, sheet, cell, value }) => ({ code, sheet, cell, asked: value, reason: REASON }));
    await district.board.post(`/api/returns/${first.id}/answers`).send({ answers }).expect(202);
    await settled(first.id);
    const other = await read(await demoWorkbook('board-weekly-2023-06-07'), 'tuan-23.xlsx');
    expect(other.answers).toEqual([]);
  });
});
