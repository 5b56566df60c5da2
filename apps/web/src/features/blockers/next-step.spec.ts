import { nextStep } from './next-step';

const OPEN = {
  state: 'open',
  unnamedSince: null,
  responsibleUnit: 'UBND xã Bình Phú',
  responsibleOffice: { id: 'office', name: 'UBND xã Bình Phú' },
  due: '2023-06-30',
  cause: 'graves-religious-land',
  suggestedCauses: [],
} as const;

describe('what is to be done about a blocker next', () => {
  it.each([
    ['nothing once it is closed', { state: 'closed', unnamedSince: '2023-06-21' }, { do: 'nothing' }],
    [
      'to say whether it is solved, when a return no longer names it',
      { unnamedSince: '2023-06-21', responsibleUnit: null, responsibleOffice: null },
      { do: 'say-if-solved', since: '2023-06-21' },
    ],
    [
      'to name who must act',
      { responsibleUnit: null, responsibleOffice: null, due: null },
      { do: 'name-unit' },
    ],
    ['to set a day', { due: null, cause: 'unclassified', suggestedCauses: ['funding'] }, { do: 'set-due' }],
    [
      'to catch up, once it is overdue',
      { state: 'overdue', cause: 'unclassified', suggestedCauses: ['funding'] },
      { do: 'catch-up', due: '2023-06-30' },
    ],
    [
      'to say which office the words mean',
      { responsibleOffice: null, cause: 'unclassified', suggestedCauses: ['funding'] },
      { do: 'attach-office', unit: 'UBND xã Bình Phú' },
    ],
    [
      'to confirm the cause that its words suggest',
      { cause: 'unclassified', suggestedCauses: ['funding', 'procedure'] },
      { do: 'confirm-cause', cause: 'funding' },
    ],
    ['to solve it in time', { cause: 'unclassified' }, { do: 'solve', due: '2023-06-30' }],
  ] as const)('is %s', (_, change, expected) => {
    expect(nextStep({ ...OPEN, ...change })).toEqual(expected);
  });
});
