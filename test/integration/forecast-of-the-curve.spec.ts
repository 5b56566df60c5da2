import { daysBetween, plainDate } from '@thongvon/kernel';
import { disbursementReading, planReading } from '../factories/reading';
import { DAY, StandingProjects } from '../support/standing-projects';

describe('the forecast of a project on the curve', () => {
  let projects: StandingProjects;
  beforeAll(async () => {
    projects = await StandingProjects.start();
  });
  afterAll(() => projects.close());

  it.each([
    ['in integers, of amounts as they are', 1_000_000_000_000],
    ['of amounts past what integers hold on the way', 3_000_000_000_000_000],
  ])('goes on week by week at each pace, rounded half up: %s', async (_, planned) => {
    const code = planned > 1e15 ? '7000008' : '7000007';
    const [first, last] = [planned / 10 + 1, planned / 10 + 1 + planned / 50 - 3];
    await projects.approve(
      planReading(
        { number: `${code}/QĐ`, date: '2023-01-06', mode: 'initial' },
        { [code]: { tinh: planned } },
      ),
    );
    const before = await projects.curve();
    for (const [asOf, disbursed] of [
      ['2023-05-31', first],
      ['2023-06-28', last],
    ] as const)
      await projects.approve(disbursementReading(asOf, { [code]: [{ disbursed }] }, { coverage: 'partial' }));
    const [own] = await projects.list({ q: code });
    const after = await projects.curve([own?.id ?? '']);
    const at = (asOf: string, quarters: bigint): bigint => {
      const days = BigInt(daysBetween(DAY, plainDate(asOf)));
      const more = (BigInt(last - first) * days * quarters * 2n + 28n * 4n) / (28n * 4n * 2n);
      return more > BigInt(planned - last) ? BigInt(planned) : BigInt(last) + more;
    };
    expect(after.forecast.length).toBeGreaterThan(30);
    for (const [nth, { asOf, ...sums }] of after.forecast.entries()) {
      const others = before.forecast[nth];
      const own = (sum: string | null, other: string | null | undefined) =>
        BigInt(sum ?? 0) - BigInt(other ?? 0);
      expect({
        asOf,
        keepingPace: own(sums.keepingPace, others?.keepingPace),
        threeQuarters: own(sums.blockedAtThreeQuarters, others?.keepingPace),
        half: own(sums.blockedAtHalf, others?.keepingPace),
        quarter: own(sums.blockedAtQuarter, others?.keepingPace),
        standStill: own(sums.blockedStandStill, others?.keepingPace),
      }).toEqual({
        asOf,
        keepingPace: at(asOf, 4n),
        threeQuarters: at(asOf, 3n),
        half: at(asOf, 2n),
        quarter: at(asOf, 1n),
        standStill: BigInt(last),
      });
    }
  });
});
