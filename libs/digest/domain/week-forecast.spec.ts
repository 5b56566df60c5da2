import fc from 'fast-check';
import { addDays, plainDate, sumDong } from '@thongvon/kernel';
import { blocker, frozenWeek, office, project, WEEK } from '../testing/frozen-weeks';
import { makeDigest } from './make-digest';
import { writeLetter } from './write-letter';

const TARGETS = { q1: 20, q2: 45, q3: 70, year: 95 };
const LINKS = { address: (path: string) => `https://t.example${path}`, unsubscribe: 'https://t.example/u' };
const TY = 1_000_000_000n;

const ground = (projectId: string, disbursed: bigint | null) => ({
  ...{ projectId, disbursed, planYear: 2023, asOf: addDays(WEEK, -29) },
});

/** The words of a letter's section of which the title begins so. */
function said(digest: ReturnType<typeof makeDigest>, title: string): string | undefined {
  const section = writeLetter(digest, LINKS, false).sections.find((one) => one.title.startsWith(title));
  return (
    section &&
    [
      section.title,
      ...section.blocks.map((block) =>
        block.type === 'paragraph' ? block.line.map(({ text }) => text).join('') : '',
      ),
    ].join('\n')
  );
}

describe('where the year leads', () => {
  it('is the sum of what each project leads to, of the year’s plan, by the figures’ day', () => {
    // 28 days bring 10 and 1: 224 more bring 80 and 8.
    const now = frozenWeek([project('a', 100n * TY, 20n * TY), project('b', 200n * TY, 2n * TY)], {
      blockers: [blocker('v', 'a', null)],
    });
    const grounds = [ground('a', 10n * TY), ground('b', TY)];
    const digest = makeDigest({ now, previous: null, earlier: [], alerts: [], grounds }, TARGETS);
    expect(digest.forecast).toMatchObject({
      disbursed: 110n * TY,
      unspent: 190n * TY,
      missing: 175n * TY,
      short: 1,
    });
    expect(said(digest, 'Đến 31/01')).toBe(
      [
        'Đến 31/01: 36,67 %, không giải ngân hết 190,000 tỷ',
        'Giải ngân được 110,000 tỷ trong kế hoạch năm 300,000 tỷ, không hết 190,000 tỷ của 1 dự án, hụt 175,000 tỷ so với mục tiêu 95 %. Nếu 1 dự án có vướng mắc đứng yên: 10,00 %. Theo tốc độ 4 tuần gần nhất của từng dự án, số liệu đến 21/06/2023, không quá kế hoạch; cộng trước, làm tròn sau.',
      ].join('\n'),
    );
  });

  it('is not forecast by figures that are too old, and that is said', () => {
    const old = project('a', 100n * TY, 20n * TY, { figureAsOf: plainDate('2023-05-24'), reported: false });
    const grounds = [{ ...ground('a', 10n * TY), asOf: plainDate('2023-04-26') }];
    const digest = makeDigest(
      { now: frozenWeek([old]), previous: null, earlier: [], alerts: [], grounds },
      TARGETS,
    );
    expect(digest.forecast).toMatchObject({ disbursed: null, unspent: null, silent: 1 });
    expect(said(digest, 'Đến 31/01')).toContain('1 dự án có số liệu đã quá 4 tuần, cũ nhất 24/05/2023');
  });

  it('leaves those without a pace where they are, and says so', () => {
    const now = frozenWeek([project('a', 100n * TY, 20n * TY), project('b', 200n * TY, 2n * TY)]);
    const grounds = [ground('a', 10n * TY)];
    const digest = makeDigest({ now, previous: null, earlier: [], alerts: [], grounds }, TARGETS);
    expect(digest.forecast).toMatchObject({ disbursed: 102n * TY, withoutPace: 1, short: 1 });
    expect(said(digest, 'Đến 31/01')).toContain('1 dự án chưa có hai báo cáo cách nhau 4 tuần');
  });

  it('is never less than what is disbursed nor more than the plan', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 11n });
    const one = fc.record({ planned: amount, disbursed: amount, before: fc.option(amount) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (all) => {
        const projects = all.map(({ planned, disbursed }, index) => project(`p${index}`, planned, disbursed));
        const grounds = all.map(({ before }, index) => ground(`p${index}`, before));
        const { forecast, total } = makeDigest(
          { now: frozenWeek(projects), previous: null, earlier: [], alerts: [], grounds },
          TARGETS,
        );
        if (forecast.disbursed === null) return;
        const most =
          sumDong(all.map(({ planned, disbursed }) => (planned > disbursed ? planned : disbursed))) ?? 0n;
        expect(forecast.disbursed >= (total.disbursed ?? 0n) && forecast.disbursed <= most).toBe(true);
        const still = forecast.ifBlockedStandStill ?? 0n;
        expect(still).toBe(forecast.disbursed);
      }),
    );
  });
});

describe('silence', () => {
  it('is a section of its own, and never zero', () => {
    const now = frozenWeek([project('a', 10n * TY, null), project('b', 20n * TY, TY)], {
      organizations: [office('Ban QLDA'), office('UBND xã A', { state: 'silent' })],
      blockers: [
        blocker('v', 'b', '2023-06-01', { lastActionOn: plainDate('2023-05-20') }),
        blocker('w', 'b', '2023-06-01', { lastActionOn: plainDate('2023-06-10') }),
      ],
    });
    const material = { now, previous: null, earlier: [], alerts: [], estimated: new Set(['b']) };
    const digest = makeDigest(material, TARGETS);
    expect(digest.silence).toMatchObject({
      projects: 2,
      withoutFigures: { projects: 1, planned: 10n * TY },
      estimated: 1,
      unanswered: [{ blockerId: 'v', unit: 'UBND xã Bình Phú' }],
    });
    expect(said(digest, 'Chưa có tin')?.split('\n')).toEqual([
      'Chưa có tin: không phải là 0',
      'UBND xã A, báo cáo giải ngân: chưa gửi; chưa có số nào được duyệt.',
      'UBND xã Bình Phú chưa báo gì từ hạn 01/06: Dự án b. Không coi là chưa làm.',
      '1 dự án chưa có số giải ngân nào (kế hoạch 10,000 tỷ): để trống, không phải 0.',
      'Ước đến 31/01 của chủ đầu tư: 1/2 dự án đã ghi. Dự báo ở trên là hệ thống tính, chưa phải cam kết.',
    ]);
  });

  it('is not said of a week of which everything is known', () => {
    const now = frozenWeek([project('a', 10n * TY, TY)], { organizations: [office('Ban QLDA')] });
    const material = { now, previous: null, earlier: [], alerts: [], estimated: new Set(['a']) };
    expect(said(makeDigest(material, TARGETS), 'Chưa có tin')).toBeUndefined();
  });
});
