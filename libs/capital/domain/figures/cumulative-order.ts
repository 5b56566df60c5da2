import { formatDong, formatPlainDate, groupBy, type Dong, type PlainDate } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import {
  amountOf,
  areComparable,
  type CumulativePart,
  type Cut,
  fallsAmong,
  mostOf,
  sourcesOf,
} from './cumulative-parts';

/** A part with what its source is called, and the cells of its amounts. */
export interface PlacedPart extends CumulativePart {
  readonly label: string | null;
  readonly cells: Partial<Record<Cut['measure'], CellRef>>;
}

/** What an approved return says of a project's plan type up to another day. */
export interface FigureOfDay {
  readonly asOf: PlainDate;
  readonly parts: readonly PlacedPart[];
  /** In which file it stands; null: in a return of another office. */
  readonly file: string | null;
}

/**
 * The approved figures of a project around a day, of the days before and after it, the nearest first: at least the nearest one
 * that says each amount, as a whole and of each source.
 */
export interface FiguresAround {
  readonly earlier?: readonly FigureOfDay[];
  readonly later?: readonly FigureOfDay[];
}

/** A cumulative of a project up to a day, in its cells. */
export interface Cumulative {
  readonly name: string;
  readonly asOf: PlainDate;
  readonly parts: readonly PlacedPart[];
  /** Of an amount that stands in several cells, or was derived. */
  readonly cell: CellRef;
}

/** A cut of a cumulative and the approved figure of another day that it contradicts. */
interface Contradiction {
  readonly cut: Cut;
  readonly day: FigureOfDay;
  readonly isEarlier: boolean;
}

/**
 * Which of the cumulatives contradict the approved figures around it: none can be less than the one before nor more than the one
 * after, unless money came back in between (contract, section 3; domain, section 0, rule 7). Each is held against the nearest day that
 * says it: the nearest of all may tell of something else only, or not split it by source.
 */
export function contradicted(
  parts: readonly PlacedPart[],
  { earlier = [], later = [] }: FiguresAround,
): readonly Contradiction[] {
  const nearest =
    (days: readonly FigureOfDay[], isEarlier: boolean) =>
    (cut: Cut): (Contradiction & Record<'before' | 'after', readonly PlacedPart[]>) | undefined => {
      for (const day of days) {
        const sides = isEarlier ? { before: day.parts, after: parts } : { before: parts, after: day.parts };
        if (areComparable(sides, cut)) return { cut, day, isEarlier, ...sides };
      }
      return undefined;
    };
  const named = sourcesOf(earlier.flatMap((day) => day.parts));
  return [
    ...fallsAmong(named, nearest(earlier, true)),
    ...fallsAmong(sourcesOf(parts), nearest(later, false)),
  ].map(({ days: { cut, day, isEarlier } }) => ({ cut, day, isEarlier }));
}

/**
 * A cumulative falls from one day to the next, by this return or by one that is approved of a later day. It may (a refund, a
 * correction), but only with a reason. One question for a project's plan type, whatever of it falls and whichever of the two days
 * it contradicts: money that moves between sources is one cause.
 */
export function cumulativeFalls(
  said: Cumulative,
  around: FiguresAround,
  cuts = contradicted(said.parts, around),
): Finding[] {
  const [first] = cuts;
  if (!first) return [];
  const clauses = [...groupBy(cuts, ({ cut }) => `${cut.measure} ${cut.source ?? ''}`).values()].flatMap(
    ([one, ...more]) => (one ? [clauseOf(said, [one, ...more])] : []),
  );
  const isLater = cuts.some(({ isEarlier }) => !isEarlier);
  const [only, ...others] = cellsOf(said.parts, first.cut);
  const cell = only !== undefined && others.length === 0 ? only : said.cell;
  return [
    {
      code: 'RET-CUMULATIVE-FELL',
      severity: 'question',
      asks: 'reason',
      ...cell,
      // Another amount asks again: of a source that is no longer named, of what isn't split.
      value: (mostOf(said.parts, first.cut) ?? 0n).toString(),
      message: `“${said.name}”: ${clauses.map(({ vi }) => vi).join('; ')}. Hãy ghi lý do (hoàn trả, điều chỉnh giảm), hoặc sửa số rồi nạp lại${isLater ? '; nếu số của ngày sau mới sai, hãy nạp lại báo cáo của ngày đó' : ''}.`,
      messageEn: `“${said.name}”: ${clauses.map(({ en }) => en).join('; ')}. Give the reason (refund, correction), or mend the figure and upload again${isLater ? '; if it is the later figure that is wrong, upload the return of that day again' : ''}.`,
    },
  ];
}

/** One cumulative with its cell, and the approved amounts that it contradicts with theirs. */
function clauseOf(
  said: Cumulative,
  same: readonly [Contradiction, ...Contradiction[]],
): { vi: string; en: string } {
  const [{ cut }] = same;
  const date = formatPlainDate(said.asOf);
  const name = labelOf([said.parts, ...same.map(({ day }) => day.parts)].flat(), cut);
  const against = same.map(({ day, isEarlier }) => {
    const at = placed(day, cut, isEarlier);
    return isEarlier
      ? { vi: `thấp hơn số đã duyệt đến ${at.vi}`, en: `below the figure approved as of ${at.en}` }
      : { vi: `cao hơn số đã duyệt đến ${at.vi}`, en: `above the figure approved as of ${at.en}` };
  });
  const vi = against.map((one) => one.vi).join(' và ');
  const en = against.map((one) => one.en).join(' and ');
  if (!isNamed(said.parts, cut)) {
    const left = formatDong(mostOf(said.parts, cut) ?? 0n);
    return {
      vi: `${name.vi} đến ${date} không còn được ghi riêng; phần chưa tách theo nguồn chỉ còn ${left} đồng, ${vi}`,
      en: `${name.en} as of ${date} is no longer given separately; only ${left} đồng isn’t split by source, ${en}`,
    };
  }
  const amount = formatDong(amountOf(said.parts, cut) ?? 0n);
  const cells = cellsOf(said.parts, cut);
  const cell = (cells.length === 0 ? [said.cell] : cells).map((one) => one.cell).join(', ');
  return {
    vi: `${name.vi} đến ${date} là ${amount} đồng (ô ${cell}), ${vi}`,
    en: `${name.en} as of ${date} is ${amount} đồng (cell ${cell}), ${en}`,
  };
}

/** Whether a part says the amount; that of a source that isn't named beside others follows from what is. */
const isNamed = (parts: readonly PlacedPart[], { measure, source }: Cut): boolean =>
  parts.some((part) => (source === null || part.source === source) && part[measure] !== null);

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
  const amount = isNamed(parts, cut)
    ? { vi: `${formatDong(known)} đồng`, en: `${formatDong(known)} đồng` }
    : { vi: 'không ghi riêng nguồn này', en: 'the source isn’t given' };
  if (file === null)
    return {
      vi: `${day} (${isKnown ? `${amount.vi}; ` : ''}đơn vị khác báo cáo)`,
      en: `${day} (${isKnown ? `${amount.en}; ` : ''}reported by another office)`,
    };
  const cells = cellsOf(parts, cut);
  const at = cells[0] ? `, ${cells[0].sheet}!${cells.map(({ cell }) => cell).join(', ')}` : '';
  return {
    vi: `${day} (${amount.vi}; tệp “${file}”${at})`,
    en: `${day} (${amount.en}; file “${file}”${at})`,
  };
}
