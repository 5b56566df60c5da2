import type { CauseView, FindingView } from '@thongvon/api-contract';
import { causeToOpen, neighbour, openCauses, openCounts } from './causes';

const finding = (cell: string): FindingView => ({
  code: 'RET-CELL-ERROR',
  severity: 'error',
  sheet: 'A',
  cell,
  value: null,
  message: '',
  messageEn: '',
});
const cause = (
  key: string,
  asks: CauseView['asks'],
  findings: number[],
  consequences: number[] = [],
): CauseView => ({
  key,
  asks,
  title: '',
  titleEn: '',
  findings,
  consequences,
  places: findings.length,
  choices: [],
  isOne: false,
});
const findings = [finding('D9'), finding('D14'), finding('D16'), finding('F13')];
const causes = [cause('one', 'mend', [0, 1], [2]), cause('two', 'answer', []), cause('three', 'check', [3])];
const seen = { causes, findings };

describe('causes on the page of a return', () => {
  it('counts causes, not cells', () => {
    expect(openCounts(seen)).toEqual({ mend: 1, answer: 1 });
    expect(openCauses(seen).map(({ key }) => key)).toEqual(['one', 'two']);
  });

  it('opens what the address names: a cause, one of its places, or what follows from it', () => {
    expect(causeToOpen(seen, 'three')?.key).toBe('three');
    expect(causeToOpen(seen, 'CELL-ERROR~A~D14~')?.key).toBe('one');
    expect(causeToOpen(seen, 'CELL-ERROR~A~D16~')?.key).toBe('one');
  });

  it('opens the first that must be done where nothing, or what has gone, is named', () => {
    expect(causeToOpen(seen, undefined)?.key).toBe('one');
    expect(causeToOpen(seen, 'gone')?.key).toBe('one');
    expect(causeToOpen({ causes: causes.slice(2), findings }, undefined)).toBeUndefined();
  });

  it('goes round the list both ways', () => {
    const open = openCauses(seen);
    expect(causes[0] && neighbour(open, causes[0], 1)?.key).toBe('two');
    expect(causes[0] && neighbour(open, causes[0], -1)?.key).toBe('two');
    expect(causes[2] && neighbour([causes[2]], causes[2], 1)).toBeUndefined();
  });
});
