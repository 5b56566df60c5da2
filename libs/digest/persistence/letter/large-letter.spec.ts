import { makeDigest } from '../../domain/make-digest';
import { writeLetter } from '../../domain/write-letter';
import { blocker, COMMUNE, frozenWeek, office, project, WEEK } from '../../testing/frozen-weeks';
import { toHtml } from './render-letter';

const LINKS = {
  address: (path: string) => `https://thongvon.example.test${path}`,
  unsubscribe: 'https://t.example',
};
const LONG =
  'Đường nối từ đường Võ Chí Công đi Khu công nghiệp Đông Quế Sơn nối với Quốc lộ 14H và Quốc lộ 1A';

describe('the letter of a province', () => {
  it('stays under 100 kB, beyond which mail programs cut it off, and says what it leaves to the attachment', async () => {
    const projects = Array.from({ length: 2000 }, (_, index) =>
      project(
        `${'0'.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`,
        10n ** 10n,
        BigInt(index),
        {
          name: `${LONG} ${index}`,
        },
      ),
    );
    const blockers = projects.slice(0, 300).map(({ id }, index) =>
      blocker(id, id, '2023-06-01', {
        responsibleUnit: `UBND xã số ${index}`,
        description: LONG.repeat(5),
      }),
    );
    const silent = Array.from({ length: 60 }, (_, index) =>
      office(`UBND xã số ${index}`, { id: COMMUNE, state: index % 2 ? 'silent' : 'pending' }),
    );
    const alerts = blockers.map(({ id, projectId }) => ({
      rule: 'blocker-overdue' as const,
      title: '',
      planYear: null,
      text: '',
      textEn: '',
      organizationId: COMMUNE,
      organization: '',
      projectId,
      ofClearance: true,
      blockerId: id,
      amount: 10n ** 10n,
      openedOn: WEEK,
      reopened: null,
      reopenedEn: null,
    }));
    const now = frozenWeek(projects, { blockers, organizations: silent });
    const digest = makeDigest({ now, previous: null, earlier: [], alerts }, null);
    const html = await toHtml(writeLetter(digest, LINKS, true));
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    for (const left of [
      'Còn 293 việc xếp sau',
      'Còn 292 đơn vị',
      'Còn 50 đơn vị',
      'Còn 297 vướng mắc',
      'Còn 1960 dự án',
    ])
      expect(html).toContain(left);
  });

  it('shows words as words, whatever they hold', async () => {
    const name = '<b>Cầu</b> & "đường" <script>alert(1)</script>';
    const now = frozenWeek([project('p', 10n, 1n, { name })]);
    const html = await toHtml(
      writeLetter(makeDigest({ now, previous: null, earlier: [], alerts: [] }, null), LINKS, false),
    );
    expect(html).toContain('&lt;b&gt;Cầu&lt;/b&gt; &amp; &quot;đường&quot; &lt;script&gt;');
    expect(html).not.toContain('<script');
  });
});
