import { DUTY_NAMES } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import type { Digest, OwingOffice, PendingReturn, UnitOverdue } from '../digest';
import type { LetterBlock, LetterSection, Line } from '../letter';
import { words } from '../messages/digest';
import { billions, shortDay } from '../messages/words';
import { alarm, line, plain, strong } from './spans';

/** The letter stays short and small; the attachment holds all. */
const MOST_UNITS = 8;
const MOST_OFFICES = 12;

/** Who lets blockers wait; who sent nothing; what came but isn't approved. Absent where there is none. */
export function dutySections(digest: Digest): LetterSection[] {
  return [...overdueSection(digest.overdueByUnit), ...silentSection(digest), ...pendingSection(digest)];
}

function overdueSection(units: readonly UnitOverdue[]): LetterSection[] {
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
      blocks: [{ type: 'table', header: null, rows, sum: null }, ...furtherBlocks(units.length - MOST_UNITS)],
    },
  ];
}

function silentSection({ silent, sentBack, coverage }: Digest): LetterSection[] {
  if (coverage.owed === 0) return [];
  if (silent.length === 0 && sentBack.length === 0) {
    const said = `Cả ${coverage.owed} đơn vị đã gửi.`;
    return [{ title: words.everybodySent, note: null, blocks: [{ type: 'paragraph', line: line(said) }] }];
  }
  const lines: Line[] = [
    ...silent.map((office) => officeLine(office, '')),
    ...sentBack.map((office) => officeLine(office, ' bị trả lại, chưa gửi lại;')),
  ];
  return [
    {
      title: words.silent,
      note: null,
      blocks: [
        ...lines.slice(0, MOST_OFFICES).map((each) => ({ type: 'paragraph' as const, line: each })),
        ...furtherBlocks(lines.length - MOST_OFFICES),
        { type: 'paragraph', line: line(words.notCounted) },
      ],
    },
  ];
}

function officeLine({ name, kind, lastAsOf }: OwingOffice, state: string): Line {
  const last = lastAsOf === null ? 'chưa có số nào được duyệt.' : `số gần nhất ${shortDay(lastAsOf)}.`;
  return [strong(name), plain(`, ${DUTY_NAMES[kind].vi}:${state} ${last}`)];
}

function pendingSection({ pending }: Digest): LetterSection[] {
  if (pending.length === 0) return [];
  return [
    {
      title: words.pending,
      note: null,
      blocks: [
        ...pending
          .slice(0, MOST_OFFICES)
          .map((each) => ({ type: 'paragraph' as const, line: pendingLine(each) })),
        ...furtherBlocks(pending.length - MOST_OFFICES),
      ],
    },
  ];
}

function pendingLine({ office, kind, receivedAt }: PendingReturn): Line {
  const received = receivedAt === null ? '' : `, nhận ngày ${shortDay(businessDate(receivedAt))}`;
  return line(strong(office), `, ${DUTY_NAMES[kind].vi}${received}.`);
}

function furtherBlocks(more: number): LetterBlock[] {
  return more > 0 ? [{ type: 'paragraph', line: line(words.furtherOffices(more)) }] : [];
}
