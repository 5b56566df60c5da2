import type request from 'supertest';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

type Agent = ReturnType<typeof request.agent>;

describe('a return that its sender takes back or gives up', () => {
  let district: District;
  let workbook: Buffer;
  let id: string;

  beforeEach(async () => {
    district = await startDistrict();
    workbook = await demoWorkbook('board-weekly-2023-06-21');
    id = await district.upload(district.board, workbook, 'tuan-25.xlsx');
    expect((await district.read(district.board, id)).status).toBe('ready');
  });
  afterEach(() => district.close());

  const step = async (name: string, code: number, agent: Agent = district.board): Promise<string> => {
    const { body } = await agent.post(`/api/returns/${id}/${name}`).send({}).expect(code);
    return (body as { status: string }).status;
  };
  const seen = async (): Promise<SeenReturn & { submittedAt: string | null }> => {
    const { body } = await district.board.get(`/api/returns/${id}`).expect(200);
    return body as SeenReturn & { submittedAt: string | null };
  };

  it('is ready again once withdrawn, and is sent again as it is', async () => {
    expect(await step('submission', 200)).toBe('submitted');
    expect(await step('withdrawal', 200)).toBe('ready');
    // A second click doesn't give it up.
    expect(await step('withdrawal', 200)).toBe('ready');
    expect(await seen()).toMatchObject({ status: 'ready', submittedAt: null });
    await step('approval', 409, district.finance);
    expect(await step('submission', 200)).toBe('submitted');
    expect(await step('approval', 202, district.finance)).toBe('approved');
    const { history } = await seen();
    expect(history.slice(3).map(({ type, status }) => [type, status])).toEqual([
      ['submit', 'submitted'],
      ['withdraw', 'ready'],
      ['submit', 'submitted'],
      ['approve', 'approved'],
    ]);
  });

  it('is given up as a draft and taken up again, read anew', async () => {
    expect(await step('discarding', 200)).toBe('withdrawn');
    expect(await step('discarding', 200)).toBe('withdrawn');
    expect(await seen()).toMatchObject({ status: 'withdrawn', submittedAt: null });
    await step('submission', 409);
    expect(await step('restoration', 202)).toBe('received');
    expect((await district.read(district.board, id)).status).toBe('ready');
    expect(await step('restoration', 202)).toBe('ready');
    expect(await step('submission', 200)).toBe('submitted');
    const { history } = await seen();
    expect(history.map(({ type }) => type)).toEqual([
      ...['received', 'start-reading', 'find-ready', 'discard'],
      ...['restore', 'start-reading', 'find-ready', 'submit'],
    ]);
  });

  it('can’t be given up while the finance office looks at it, nor taken up beside the same file sent anew', async () => {
    await step('submission', 200);
    await step('discarding', 409);
    await step('withdrawal', 200);
    await step('discarding', 200);
    const again = await district.upload(district.board, workbook, 'tuan-25.xlsx');
    expect(again).not.toBe(id);
    const { body } = await district.board.post(`/api/returns/${id}/restoration`).expect(409);
    expect(body).toMatchObject({ code: 'RETURN-RECEIVED-AGAIN' });
  });

  it('is its office’s alone, and may be approved by nobody who had sent it', async () => {
    await step('discarding', 403, district.finance);
    await step('discarding', 404, district.commune);
    await step('discarding', 200);
    await step('restoration', 403, district.finance);
  });
});
