import { addDays } from '@thongvon/kernel';
import { openWorkbook } from '@thongvon/workbook-io';
import { makeDigest } from '../../domain/make-digest';
import { writeLetter } from '../../domain/write-letter';
import { frozenWeek, project, WEEK } from '../../testing/frozen-weeks';
import type { LetterWeek } from '../../domain/within-scope';
import { digestWorkbook } from '../workbook/digest-workbook';
import { toHtml, toText } from './render-letter';

const LINKS = { address: (path: string) => `https://t.example${path}`, unsubscribe: 'https://t.example/u' };
const MARK = '— không có báo cáo mới';

/** A week in which one project had so much; `isSilent`: by an older report, since nobody sent one. */
function week(weeksAgo: number, disbursed: bigint, isSilent: boolean): LetterWeek {
  const frozen = frozenWeek([project('p', 1000n, disbursed)], { week: addDays(WEEK, -7 * weeksAgo) });
  if (!isSilent) return frozen;
  return { ...frozen, rollups: frozen.rollups.map((row) => ({ ...row, reported: 0 })) };
}

describe('the weeks of a letter in which nobody reported', () => {
  const material = {
    now: week(0, 300n, true),
    previous: week(1, 300n, true),
    earlier: [week(2, 300n, false), week(3, 200n, false)],
    alerts: [],
  };
  const digest = makeDigest(material, null);
  const letter = writeLetter(digest, LINKS, false);

  it('are marked with words instead of a bar in the page', async () => {
    const rows = (await toHtml(letter)).split('<tr>').filter((row) => /\d\d\/06<\/td>|\d\d\/06 *$/.test(row));
    const of = (day: string): string => rows.find((row) => row.includes(`>${day}</td>`)) ?? '';
    for (const day of ['22/06', '15/06'])
      expect([of(day).includes(MARK), of(day).includes('30,00')]).toEqual([true, false]);
    expect(of('08/06')).not.toContain(MARK);
  });

  it('are marked in the text', () => {
    const text = toText(letter);
    expect(text).toContain(`08/06: 30,00 %\n15/06: ${MARK}\n22/06: ${MARK}`);
  });

  it('are marked in the attachment, which has no change of theirs', async () => {
    const book = openWorkbook(Buffer.from(await digestWorkbook(digest, material)));
    const rows = (book.sheets[0]?.rows ?? []).map(({ cells }) =>
      cells.map(({ value }) => (value.type === 'text' ? value.text : value.type)),
    );
    expect(rows.at(-1)?.at(-1)).toBe('— không có báo cáo, số của tuần trước');
    expect(rows.at(-2)?.at(-1)).toBe('— không có báo cáo, số của tuần trước');
    expect(rows.at(-3)?.at(-1)).toBe('có');
  });
});
