import { hasJumped } from './rate-jump';

describe('a jump of the rate', () => {
  it('is more than 30 points of the plan in one step', () => {
    expect(hasJumped(100n, 400n, 1000n)).toBe(false);
    expect(hasJumped(100n, 401n, 1000n)).toBe(true);
  });

  it('is none without a plan, nor when the figure falls', () => {
    expect(hasJumped(0n, 1000n, 0n)).toBe(false);
    expect(hasJumped(900n, 100n, 1000n)).toBe(false);
  });
});
