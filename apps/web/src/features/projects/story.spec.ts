import { decisionsOf, reportedOf } from './story';

describe('decisions on a project', () => {
  it('are those that the API says are in force, as it reckons them', () => {
    const planSteps = [
      {
        effectiveOn: '2022-12-15',
        decisions: [{ number: '9001', decidedOn: '2022-12-15' }],
        before: null,
        after: '35',
        change: null,
      },
      {
        effectiveOn: '2023-05-19',
        decisions: [
          { number: '9188', decidedOn: '2023-05-19' },
          { number: '9189', decidedOn: '2023-05-19' },
        ],
        before: '35',
        after: '33',
        change: '-2',
      },
    ];
    expect(decisionsOf({ planSteps })).toEqual([
      { number: '9001', on: '2022-12-15', total: 35n, change: null },
      { number: '9188, 9189', on: '2023-05-19', total: 33n, change: -2n },
    ]);
  });
});

describe('what was reported of a project', () => {
  it('is one amount a day, with its cell where one holds it', () => {
    const step = { planned: '10', rate: '60.00', returnId: 'a', cell: { sheet: 'S', cell: 'I23' } };
    expect(
      reportedOf({
        course: [
          { ...step, asOf: '2023-06-14', disbursed: '6' },
          { ...step, asOf: '2023-06-21', disbursed: '7', rate: '70.00', returnId: 'b', cell: null },
        ],
      }),
    ).toEqual([
      { asOf: '2023-06-14', disbursed: 6n, rate: '60.00', returnId: 'a', cell: { sheet: 'S', cell: 'I23' } },
      { asOf: '2023-06-21', disbursed: 7n, rate: '70.00', returnId: 'b', cell: undefined },
    ]);
  });
});
