import * as fc from 'fast-check';
import type { Finding, Reading } from '@thongvon/return-reader';
import { type Answer, asFirstAsked, mergeAnswers, toAnswer } from './answer';
import { carriedAnswers } from './carried-answers';

const READING = { sheets: [] } as unknown as Reading;
// A name may look like a cell.
const NAMES = ['Cầu Tây Giang', 'Kè ô D12', 'Kè ô D13'] as const;

const question = (name: string, row: number, amount: number): Finding => ({
  code: 'RET-OVER-PLAN',
  severity: 'question',
  asks: 'reason',
  sheet: 'GN',
  cell: `I${row}`,
  value: String(amount),
  // As the words of a question name where it stands, and the cell of what was approved before.
  message: `Ô I${row}: “${name}”: giải ngân ${amount} đồng (ô I${row}, J${row}), thấp hơn số đã duyệt đến 21/06/2023 (9 đồng; tệp “tuần ${row}.xlsx”, Biểu 1!I${row})`,
  messageEn: `“${name}”: ${amount} đồng disbursed is over the plan`,
});
const answered = (finding: Finding, reason: string): Answer => ({
  code: finding.code,
  sheet: finding.sheet,
  cell: finding.cell,
  asked: finding.value,
  asks: 'reason',
  value: null,
  reason,
  shown: { message: finding.message, messageEn: finding.messageEn, label: null, labelEn: null },
  given: { by: 'u1', at: '2023-06-21T15:58:00+07:00' },
});
const carried = (findings: Finding[], answers: Answer[], given: Answer[] = []) =>
  carriedAnswers(findings, [{ id: 'first', answers }], given, READING);

const ROW = fc.record({
  name: fc.constantFrom(...NAMES),
  row: fc.integer({ min: 9, max: 12 }),
  amount: fc.integer({ min: 1, max: 3 }),
});

describe('answers to an earlier file of the week', () => {
  it('are carried to the same project and amount wherever its row stands now, and to nothing else', () => {
    fc.assert(
      fc.property(ROW, ROW, (before, now) => {
        const [answer] = carried(
          [question(now.name, now.row, now.amount)],
          [answered(question(before.name, before.row, before.amount), 'Chờ quyết định bổ sung')],
        );
        const isSame = now.amount === before.amount && now.name === before.name;
        expect(answer?.reason).toBe(isSame ? 'Chờ quyết định bổ sung' : undefined);
        if (answer) expect(answer).toMatchObject({ cell: `I${now.row}`, carriedFrom: 'first' });
      }),
    );
  });

  it('say which project a row is wherever it stands and however that is asked, also once the answer was changed', () => {
    const asks = (name: string, row: number, message: string, severity: Finding['severity']): Finding => ({
      ...{
        code: 'RET-PROJECT-UNKNOWN',
        severity,
        asks: 'project',
        sheet: 'GN',
        cell: `B${row}`,
        value: name,
      },
      ...{ message, messageEn: message },
      choices: ['p1', 'new'].map((value) => ({ value, label: `chọn ${value}`, labelEn: value })),
    });
    const PUT = fc.record({ name: fc.constantFrom(...NAMES), row: fc.integer({ min: 9, max: 12 }) });
    const SAID = fc.array(fc.constantFrom('p1', 'new'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(PUT, PUT, SAID, fc.string(), (before, now, said, others) => {
        const first = asks(
          before.name,
          before.row,
          `“${before.name}” có phải là một dự án không?`,
          'question',
        );
        const answers = said.reduce<Answer[]>((given, value, i) => {
          // Once answered, what stands there says the answer that is changed next.
          const shown =
            i === 0 ? first : { ...first, severity: 'info' as const, message: `là ${said[i - 1]}` };
          const { code, sheet, cell, value: asked } = shown;
          const kept = toAnswer(shown, { code, sheet, cell, asked, value, reason: null }, READING);
          return kept ? mergeAnswers(given, [asFirstAsked(kept, shown, given)]) : given;
        }, []);
        expect(answers).toHaveLength(1);
        const last = said.at(-1);
        expect(answers[0]).toMatchObject({
          shown: { message: first.message, label: `chọn ${last}` },
        });
        const asked = asks(now.name, now.row, `Trong khi ${others} không có trong tệp?`, 'question');
        const [again] = carried([asked], answers);
        expect(again?.value).toBe(now.name === before.name ? last : undefined);
      }),
    );
  });

  it('put the question anew where the profile of the office had answered it', () => {
    const known: Finding = {
      ...question('Chợ Được', 9, 1),
      ...{ severity: 'info', asks: 'project', value: 'Chợ Được', message: 'đã được trả lời là p1' },
    };
    const answer = asFirstAsked(answered(known, ''), known, []);
    expect(answer.shown?.message).toBe('“Chợ Được” là dự án nào trong danh mục?');
  });

  it('say who gave them, and that of the last file counts', () => {
    const asked = question('Chợ Được', 9, 1);
    const files = [
      { id: 'first', answers: [answered(asked, 'cũ')] },
      { id: 'second', answers: [{ ...answered(asked, 'mới'), carriedFrom: 'first' }] },
    ];
    expect(carriedAnswers([asked], files, [], READING)).toMatchObject([
      { reason: 'mới', given: { by: 'u1' }, carriedFrom: 'first' },
    ]);
  });

  it('are not given again where this file has one that settled nothing, nor to what is no question', () => {
    const asked = question('Chợ Được', 9, 1);
    expect(carried([asked], [answered(asked, 'x')], [answered(asked, 'y')])).toEqual([]);
    expect(carried([{ ...asked, severity: 'warning' }], [answered(asked, 'x')])).toEqual([]);
  });
});
