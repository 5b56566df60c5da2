import { inOrder } from './migrate';

const at = (number: string) => ({ number: `1700000000${number}`, file: `${number}.ts` });

describe('the order of migrations', () => {
  it('is that of their numbers, whichever room they stand beside', () => {
    expect(inOrder([at('205'), at('002'), at('201')])).toEqual([at('002'), at('201'), at('205')]);
  });

  it('is total: two of one number are refused', () => {
    expect(() => inOrder([at('201'), { ...at('201'), file: 'other.ts' }])).toThrow(
      'two migrations have one number: 201.ts, other.ts',
    );
  });
});
