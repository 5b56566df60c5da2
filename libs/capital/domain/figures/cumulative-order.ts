import { formatDong, formatPlainDate, groupBy, type Dong, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import { amountOf, type CumulativePart, type Cut, fallsBetween } from './cumulative-parts';

/** A part with what its source is called, and the cells of its amounts. */
export interface PlacedPart extends CumulativePart {
  readonly label: string | null;
  readonly cells: Partial<Record<Cut['measure'], CellRef>>;
}

/** What an approved return says was disbursed up to another day. */
export interface FigureOfDay {
  readonly asOf: PlainDate;
  readonly parts: readonly PlacedPart[];
  /** In which file it stands; null: in a return of another office. */
  readonly file: string | null;
}

/** The approved figures of a project next to a day, of the days before and after it. */
export interface FiguresAround {
  readonly earlier?: FigureOfDay;
  readonly later?: FigureOfDay;
}

/** A cumulative of a project up to a day, in its cells. */
export interface Cumulative {
  readonly name: string;
  readonly asOf: PlainDate;
  readonly parts: readonly PlacedPart[];
  /** Of an amount that stands in several cells, or was derived. */
  readonly cell: CellRef;
}

/**
 * Which of the cumulatives contradict the figures next to it: none can be less than the one before nor more than the one
 * after, unless money came back in between (contract, section 3; domain, section 0, rule 7).
 */
export function contradicted(
  parts: readonly PlacedPart[],
  { earlier, later }: FiguresAround,
): { readonly earlier: readonly Cut[]; readonly later: readonly Cut[] } {
  return {
    earlier: earlier === undefined ? [] : fallsBetween(earlier.parts, parts),
    later: later === undefined ? [] : fallsBetween(parts, later.parts),
  };
}

/**
 * A cumulative falls from one day to the next, by this return or by one that is approved of a later day. It may (a refund, a
 * correction), but only with a reason. One question for a project's plan type, whatever of it falls and whichever of the two days
 * it contradicts: money that moves between sources is one cause.
 */
export function cumulativeFalls(said: Cumulative, around: FiguresAround): Finding[] {
  const found = contradicted(said.parts, around);
  const cuts = [
    ...found.earlier.map((cut) => ({ cut, day: around.earlier, isEarlier: true })),
    ...found.later.map((cut) => ({ cut, day: around.later, isEarlier: false })),
  ];
  const [first] = cuts;
  if (!first) return [];
  const clauses = [...groupBy(cuts, ({ cut }) => `${cut.measure} ${cut.source ?? ''}`).values()].map((same) =>
    clauseOf(said, same),
  );
  const isLater = found.later.length > 0;
  const [only, ...others] = cellsOf(said.parts, first.cut);
  const cell = only !== undefined && others.length === 0 ? only : said.cell;
  return [
    {
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...cell,
      value: (amountOf(said.parts, first.cut) ?? 0n).toString(),
      message: `“${said.name}”: ${clauses.map(({ vi }) => vi).join('; ')}. Hãy ghi lý do (hoàn trả, điều chỉnh giảm), hoặc sửa số rồi nạp lại${isLater ? '; nếu số của ngày sau mới sai, hãy nạp lại báo cáo của ngày đó' : ''}.`,
      messageEn: `“${said.name}”: ${clauses.map(({ en }) => en).join('; ')}. Give the reason (refund, correction), or mend the figure and upload again${isLater ? '; if it is the later figure that is wrong, upload the return of that day again' : ''}.`,
    },
  ];
}

interface Contradiction {
  readonly cut: Cut;
  readonly day: FigureOfDay | undefined;
  readonly isEarlier: boolean;
}

/** One cumulative with its cell, and the approved amounts that it contradicts with theirs. */
function clauseOf(said: Cumulative, same: readonly Contradiction[]): { vi: string; en: string } {
  const cut = same[0]?.cut ?? { measure: 'disbursed', source: null };
  const day = formatPlainDate(said.asOf);
  const amount = formatDong(amountOf(said.parts, cut) ?? 0n);
  const cells = cellsOf(said.parts, cut);
  const cell = (cells.length === 0 ? [said.cell] : cells).map((one) => one.cell).join(', ');
  const name = labelOf(said.parts, cut);
  const against = same.flatMap(({ day: other, isEarlier }) => {
    if (other === undefined) return [];
    const at = placed(other, cut, isEarlier);
    return [
      isEarlier
        ? { vi: `thấp hơn số đã duyệt đến ${at.vi}`, en: `below the figure approved as of ${at.en}` }
        : { vi: `cao hơn số đã duyệt đến ${at.vi}`, en: `above the figure approved as of ${at.en}` },
    ];
  });
  return {
    vi: `${name.vi} đến ${day} là ${amount} đồng (ô ${cell}), ${against.map(({ vi }) => vi).join(' và ')}`,
    en: `${name.en} as of ${day} is ${amount} đồng (cell ${cell}), ${against.map(({ en }) => en).join(' and ')}`,
  };
}

const NAMES: Readonly<Record<Cut['measure'], { vi: string; en: string }>> = {
  disbursed: { vi: 'lũy kế', en: 'the cumulative' },
  completed: { vi: 'lũy kế thanh toán khối lượng hoàn thành', en: 'the cumulative paid for completed work' },
  advance: { vi: 'lũy kế tạm ứng', en: 'the cumulative advance' },
};

function labelOf(parts: readonly PlacedPart[], { measure, source }: Cut): { vi: string; en: string } {
  const { vi, en } = NAMES[measure];
  if (source === null) return { vi, en };
  const label = parts.find((part) => part.source === source)?.label ?? source;
  return { vi: `${vi} của nguồn “${label}”`, en: `${en} of the source “${label}”` };
}

/** The cells in which an amount stands; none where a part of it was derived. */
function cellsOf(parts: readonly PlacedPart[], { measure, source }: Cut): readonly CellRef[] {
  const said = parts.filter((part) => (source === null || part.source === source) && part[measure] !== null);
  const cells = said
    .flatMap((part) => part.cells[measure] ?? [])
    .toSorted((a, b) => a.cell.length - b.cell.length || (a.cell < b.cell ? -1 : 1));
  return cells.length === said.length ? cells : [];
}

/**
 * The day of an approved figure, with its amount and cell. What another office reported after the project was handed over to it
 * isn't for the sender to read (contract, section 3, "Whose"): `isKnown` says whether the amount is.
 */
function placed({ asOf, parts, file }: FigureOfDay, cut: Cut, isKnown: boolean): { vi: string; en: string } {
  const day = formatPlainDate(asOf);
  const known: Dong = amountOf(parts, cut) ?? 0n;
  const amount = `${formatDong(known)} đồng`;
  if (file === null)
    return {
      vi: `${day} (${isKnown ? `${amount}; ` : ''}đơn vị khác báo cáo)`,
      en: `${day} (${isKnown ? `${amount}; ` : ''}reported by another office)`,
    };
  const cells = cellsOf(parts, cut);
  const at = cells[0] ? `, ${cells[0].sheet}!${cells.map(({ cell }) => cell).join(', ')}` : '';
  return { vi: `${day} (${amount}; tệp “${file}”${at})`, en: `${day} (${amount}; file “${file}”${at})` };
}
