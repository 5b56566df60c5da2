import fc from 'fast-check';
import type { CorrectionView, GivenAnswerView, PreviewRowView } from '@thongvon/api-contract';
import { saidByRow } from './reasons-by-row';

const row = (code: string, cell: string | null) =>
  ({ code, name: `dự án ${code}`, cell: cell === null ? null : { sheet: 'GN', cell } }) as PreviewRowView;
const answer = (cell: string | null, asked: string | null) =>
  ({ code: 'RET-X', sheet: 'GN', cell, asked }) as GivenAnswerView;
const correction = (cell: string) => ({ sheet: 'GN', cell }) as CorrectionView;
const preview = (rows: readonly PreviewRowView[]) => ({ sections: [{ rows }] });

describe('what a sender said, beside its number', () => {
  it('stands at the row of its cell, or of the project that the question names, else at the file', () => {
    const [first, second] = [row('7001', 'E9'), row('7002', null)];
    const said = saidByRow({
      preview: preview([first, second]),
      answers: [answer('D9', null), answer(null, '7002'), answer('A2', null)],
      corrections: [correction('F9')],
    });
    expect(said.map((one) => [one.row, one.answers.length, one.corrections.length])).toEqual([
      [first, 1, 1],
      [second, 1, 0],
      [null, 1, 0],
    ]);
  });

  it('names each answer and each correction once, whatever they are about', () => {
    const cell = fc
      .tuple(fc.constantFrom('D', 'E'), fc.integer({ min: 8, max: 12 }))
      .map((parts) => parts.join(''));
    const code = fc.constantFrom('7001', '7002', '7003');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(code, fc.option(cell)), { maxLength: 6 }),
        fc.array(fc.tuple(fc.option(cell), fc.option(code)), { maxLength: 6 }),
        fc.array(cell, { maxLength: 6 }),
        (rows, answers, cells) => {
          const given = answers.map(([at, asked]) => answer(at, asked));
          const corrected = cells.map(correction);
          const said = saidByRow({
            preview: preview(rows.map(([name, at]) => row(name, at))),
            answers: given,
            corrections: corrected,
          });
          expect(new Set(said.flatMap((one) => one.answers))).toEqual(new Set(given));
          expect(said.flatMap((one) => one.answers)).toHaveLength(given.length);
          expect(said.flatMap((one) => one.corrections)).toHaveLength(corrected.length);
        },
      ),
    );
  });
});
