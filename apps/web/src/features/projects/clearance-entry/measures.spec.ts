import type { ClearanceFigureView } from '@thongvon/api-contract';
import { figureOf, typedMeasure } from './measures';

describe('a number of land clearance as it is typed', () => {
  it.each([
    ['handedOver', '31', '31'],
    ['handedOver', '1.031', '1031'],
    ['handedOver', '31,5', null],
    ['handedOver', '-1', null],
    ['handedOver', 'sáu', null],
    ['area', '12.500,5', '12500.5'],
    ['compensated', '2.770.000.000', '2770000000'],
    ['compensated', '2,77', null],
  ] as const)('%s: %s is %s', (measure, typed, value) => {
    expect(typedMeasure(measure, typed)).toBe(value);
  });
});

it('the figure that is newest, of the whole or of the part, stands next to what is typed', () => {
  const figure = (asOf: string, value: string, id: string | null) =>
    ({
      measure: 'paid',
      asOf,
      value,
      segment: id === null ? null : { id, name: id },
    }) as ClearanceFigureView;
  const all = [
    figure('2023-06-14', '7', null),
    figure('2023-06-21', '9', null),
    figure('2023-06-22', '3', 'north'),
  ];
  expect(figureOf(all, 'paid', null)?.value).toBe('9');
  expect(figureOf(all, 'paid', 'north')?.value).toBe('3');
  expect(figureOf(all, 'paid', 'south')).toBeUndefined();
});
