import { remainingOf } from '@thongvon/reallocation';
import type { Digest, Improvement, ProjectRow, UnitOverdue } from '../digest';
import {
  type Address,
  alarm,
  type LetterBar,
  type LetterBlock,
  type LetterSection,
  type Line,
  line,
  PAGES,
  strong,
} from '../letter';
import { billions, hundredths, percent, shortDay, signed, words } from '../messages/letter';
import { rateOf } from '../shares';

/** Mail programs cut a letter off past 102 kB; the attachment holds every project. */
const MOST_ROWS = 40;

/** What got better, the weeks as bars, and the table. */
export function progressSections(digest: Digest, address: Address): LetterSection[] {
  return [...betterSection(digest.improvements), weeksSection(digest), projectsSection(digest, address)];
}

function betterSection(improvements: readonly Improvement[]): LetterSection[] {
  if (improvements.length === 0) return [];
  const blocks = improvements.map((improvement) => ({
    type: 'paragraph' as const,
    line: improvementLine(improvement),
  }));
  return [{ title: words.better, note: null, blocks }];
}

function improvementLine(improvement: Improvement): Line {
  switch (improvement.type) {
    case 'milestone-passed': {
      const { milestone, daysEarly } = improvement;
      const early = daysEarly > 0 ? `, trước hạn ${daysEarly} ngày` : '';
      return line(
        `Toàn bộ qua mốc ${hundredths(milestone.hundredths)} (${shortDay(milestone.date)})${early}.`,
      );
    }
    case 'project-rose': {
      const [before, now] = [percent(rateOf(improvement.before)), percent(rateOf(improvement.now))];
      return line(`${improvement.project}: ${before.replace(' %', '')} lên `, strong(now), '.');
    }
    case 'blocker-closed': {
      const held = improvement.held === null ? '' : `, ${billions(improvement.held)} tỷ được gỡ`;
      return line(`Hết vướng mắc: ${improvement.project}${held}.`);
    }
  }
}

function weeksSection({ weeks, week, total }: Digest): LetterSection {
  const bars = weeks.map((point): LetterBar => {
    const rate = rateOf(point);
    const label = shortDay(point.week);
    const current = point.week === week;
    // A week of which nobody has reported has no rate of its own: silence isn't zero, nor is it what was before.
    if (!point.reported) return { label, value: words.silentWeek, hundredths: null, current, silent: true };
    const hundredths = rate === null ? null : BigInt(rate.replace('.', ''));
    return { label, value: percent(rate), hundredths, current };
  });
  return {
    title: words.weeks(weeks.length),
    note: words.weeksNote(billions(total.planned)),
    blocks: [{ type: 'bars', bars }],
  };
}

function projectsSection(digest: Digest, address: Address): LetterSection {
  const { projects, total, movement } = digest;
  const rows = projects.slice(0, MOST_ROWS).map((row) => rowOf(row, address));
  const sum = [
    line(strong(words.sum)),
    line(strong(bareRate(total))),
    line(strong(movement.value === null ? '–' : signed(movement.value))),
    line(strong(billions(remainingOf(total)))),
  ];
  const further: LetterBlock[] =
    projects.length > MOST_ROWS
      ? [{ type: 'paragraph', line: line(words.furtherProjects(projects.length - MOST_ROWS)) }]
      : [];
  return {
    title: words.projects(projects.length),
    note: words.projectsNote,
    blocks: [{ type: 'table', header: words.columns, rows, sum }, ...further],
  };
}

function rowOf(row: ProjectRow, address: Address): Line[] {
  const { id, name, overdue, disbursed, remaining, change, reported } = row;
  const url = address(PAGES.project(id));
  const age = !reported && row.figureAsOf !== null ? ` (số ${shortDay(row.figureAsOf)})` : '';
  if (disbursed === null)
    return [line({ text: name, url, quiet: true }), line(words.notReported), line('–'), line('–')];
  return [
    line({ ...(overdue ? alarm(name) : { text: name }), strong: false, url, quiet: true }, age),
    line(strong(bareRate(row))),
    line(remaining === 0n ? words.done : change === null ? '–' : signed(change)),
    line(remaining === 0n ? '0' : billions(remaining)),
  ];
}

/** In a column that names its unit. */
const bareRate = (share: Parameters<typeof rateOf>[0]): string => percent(rateOf(share)).replace(' %', '');

/** The letter stays short and small; the attachment holds all. */
const MOST_UNITS = 8;

/** Who lets blockers wait, longest first. Absent where nobody does. */
export function overdueSections({
  overdueByUnit: units,
}: {
  readonly overdueByUnit: readonly UnitOverdue[];
}): LetterSection[] {
  if (units.length === 0) return [];
  const rows = units
    .slice(0, MOST_UNITS)
    .map(({ unit, days, held, blockers }) => [
      line(alarm(unit ?? words.noUnit), blockers > 1 ? ` (${blockers} vướng mắc)` : null),
      line(`${days} ngày`),
      line(strong(billions(held))),
    ]);
  return [
    {
      title: words.overdueByUnit,
      note: words.unit,
      blocks: [
        { type: 'table', header: null, rows, sum: null },
        ...(units.length > MOST_UNITS
          ? [{ type: 'paragraph' as const, line: line(words.furtherOffices(units.length - MOST_UNITS)) }]
          : []),
      ],
    },
  ];
}
