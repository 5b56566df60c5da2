import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District } from '../support/district';

const ASKED = { code: 'RET-UNIT-SUSPECT', severity: 'question' };

/** A return says "nghìn đồng" over amounts in triệu: all of them a thousand times too small, none of them absurd. */
describe('a return in another unit than it says', () => {
  let district: District;
  let workbook: Buffer;
  beforeEach(async () => {
    district = await startDistrict();
    workbook = await alteredWorkbook(await demoWorkbook('board-weekly-2023-06-21'), (value, sheet) =>
      sheet === 'Giải ngân' && value === 'ĐVT: triệu đồng' ? 'ĐVT: nghìn đồng' : undefined,
    );
  });
  afterEach(() => district.close());

  const uploaded = async () => {
    const id = await district.upload(district.board, workbook, 'tuần 25.xlsx');
    return district.read(district.board, id);
  };

  it.each([
    ['the plan ledger', async () => district.approve(district.finance, 'plan-9001-qd-ubnd')],
    ['the last approved return', async () => district.approve(district.board, 'board-weekly-2023-06-14')],
  ])('is asked for its unit, by %s, and is right once a person has answered', async (_, beforehand) => {
    await beforehand();
    const { id, status, findings } = await uploaded();
    const asked = findings.filter(({ severity }) => severity === 'question');
    expect(status).toBe('needs-attention');
    expect(asked).toMatchObject([ASKED]);
    const [question] = asked;
    const answer = {
      code: question?.code,
      sheet: question?.sheet,
      cell: question?.cell,
      value: 'million-dong',
    };
    await district.board
      .post(`/api/returns/${id}/answers`)
      .send({ answers: [answer] })
      .expect(202);
    const { status: next, total } = await district.read(district.board, id);
    expect(next).toBe('ready');
    expect(total).toMatchObject({ planned: '428137000000', disbursed: '223422000000' });
  });

  it('is asked for its unit while nothing is known of its projects: no works are as small', async () => {
    const { status, findings } = await uploaded();
    expect(status).toBe('needs-attention');
    expect(findings.filter(({ severity }) => severity === 'question')).toMatchObject([
      { code: 'RET-UNIT-SUSPECT' },
    ]);
  });
});
