import { type AmountUnit, type Dong, matchKey, unaccent } from '@thongvon/kernel';
import type { ReadingOptions } from '../model/options';

/** What a table says of one works. */
export interface WorksAmounts {
  readonly name: string;
  readonly planned: string | null;
  readonly disbursed: string | null;
  /** Whether the ledger confirms its magnitude; undefined: it knows nothing of it. */
  readonly confirmed?: boolean | undefined;
}

/**
 * Public works of a kind take amounts of a range in a year. Where most works of a table lie above it, or all of them far
 * below, the unit is likelier wrong than they are: commune works in tỷ for triệu, a road of 2,45 triệu. Payments that are
 * small by nature count for nothing, nor do the first payments of a year; where the ledger confirms most of what it knows,
 * nothing is asked. `titles`: what is written above the table.
 */
export function implausibleWorks(
  all: readonly WorksAmounts[],
  titles: readonly string[],
  unit: AmountUnit,
): { what: string; amount: Dong } | undefined {
  const known = all.filter(({ confirmed }) => confirmed !== undefined);
  if (known.filter(({ confirmed }) => confirmed).length * 2 > known.length) return undefined;
  const works = all.flatMap(({ name, planned, disbursed }) => {
    const most = mostOfAYear(name);
    const amount = planned ?? disbursed;
    return most !== undefined && amount !== null && BigInt(amount) > 0n
      ? [{ name, most, amount: BigInt(amount), isPlan: planned !== null }]
      : [];
  });
  const above = works.filter(({ amount, most }) => amount > most);
  const [first] = above;
  // Of amounts that are too large in đồng no other unit makes less.
  if (first && unit !== 'dong' && above.length * 2 > works.length) return said(first);
  if (unit === 'billion-dong' || titles.some(listsSmall)) return undefined;
  const plans = works.filter(({ name, isPlan }) => isPlan && !maySaySmall(name));
  const sorted = plans.toSorted((a, b) => (a.amount < b.amount ? -1 : 1));
  const [largest, median] = [sorted.at(-1), sorted[Math.floor(sorted.length / 2)]];
  if (!largest || !median) return undefined;
  const isTable = sorted.length >= 3;
  const low =
    largest.amount < LEAST_OF_LARGEST ||
    (isTable && (largest.amount < LEAST_OF_LARGEST_OF_MANY || median.amount < LEAST_OF_MOST));
  return low ? said(median) : undefined;
}

const said = ({ name, amount }: { name: string; amount: Dong }): { what: string; amount: Dong } => ({
  what: `vốn một năm của “${name}”`,
  amount,
});

/** What a row of a land-clearance table says of money and of whom it is for. Whole đồng. */
interface CompensatedRow {
  readonly name: string;
  readonly households: number | null;
  readonly compensation: string | null;
  readonly compensated: string | null;
}

/**
 * What a household affected is compensated with: from the crops of a strip of field to a house in the middle of a large
 * city. Its house and land in Thăng Bình were some hundred million in 2023 (domain.md, 2.3) [I].
 */
const LEAST: Dong = 1_000_000n;
const MOST: Dong = 50_000_000_000n;

/** An amount and, for the text, what it is. */
interface Implausible {
  readonly what: string;
  readonly amount: Dong;
  readonly field: 'compensation' | 'compensated';
}

/**
 * Where most rows compensate a household with less, or with more, than any is, the unit is likelier wrong than they are:
 * 142,4 tỷ written in triệu and read in đồng. Rows that don't say how many households tell nothing.
 */
export function implausibleCompensation(
  rows: readonly CompensatedRow[],
  unit: AmountUnit,
): Implausible | undefined {
  const said = rows.flatMap(({ name, households, compensation, compensated }) => {
    const amount = BigInt(compensation ?? compensated ?? 0);
    if (households === null || households <= 0 || amount === 0n) return [];
    const field = compensation === null ? ('compensated' as const) : ('compensation' as const);
    return [{ what: `kinh phí bồi thường của “${name}”`, amount, field, households: BigInt(households) }];
  });
  const below = said.filter(({ amount, households }) => amount < LEAST * households);
  const above = said.filter(({ amount, households }) => amount > MOST * households);
  // What is paid out may be little in the beginning; and of amounts that are too large in đồng no other unit makes less.
  const off = unit === 'billion-dong' ? above : unit === 'dong' ? below : [...below, ...above];
  const planned = off.filter(({ field, amount }) => field === 'compensation' || amount > MOST);
  return planned.length * 2 > said.length ? planned[0] : undefined;
}

const BILLION = 1_000_000_000n;

/**
 * What one year of one works can plausibly take, by the words, without accents, that its name opens with. Data: add
 * words here. Works that communes build are of group C, whose whole investment stays below 240 tỷ at the most (Luật Đầu
 * tư công 58/2024/QH15, articles 9 to 11 [M]); one year of an ordinary road or bridge of a province below 1.000 tỷ [I].
 */
const MOST_OF_A_YEAR: readonly (readonly [most: Dong, names: readonly string[]])[] = [
  [
    200n * BILLION,
    [
      ...['gtnt', 'giao thong nong thon', 'duong thon', 'duong xom', 'duong lien thon', 'duong lien xa'],
      ...['duong be tong', 'duong noi dong', 'duong truc chinh noi dong', 'via he', 'sua chua', 'cai tao'],
      ...['truong', 'phong hoc', 'nha lop hoc', 'nha hieu bo', 'bep an', 'tram y te', 'nha van hoa'],
      ...['khu the thao', 'san the thao', 'cho', 'nghia trang', 'tru so', 'nha lam viec', 'cong', 'kenh'],
      ...['muong', 'kenh muong', 'tram bom', 'dien chieu sang', 'cay xanh', 'di tich', 'nha sinh hoat'],
    ],
  ],
  [
    1_000n * BILLION,
    [
      ...['duong', 'cau', 'nut giao', 'khu tai dinh cu', 'khu dan cu', 'ke', 'de', 'dap', 'ho chua'],
      ...['he thong thoat nuoc', 'he thong cap nuoc', 'cap nuoc', 'ha tang', 'nang cap', 'mo rong'],
    ],
  ],
];

/** The most of a year by the words. */
const MOST_BY_CUE = new Map(
  MOST_OF_A_YEAR.flatMap(([most, names]) => names.map((name) => [name, most] as const)),
);
/** The first of the words, and of those that begin together the longest. */
const CUE = new RegExp(` (${[...MOST_BY_CUE.keys()].sort((a, b) => b.length - a.length).join('|')}) `);

/** National works, whose amounts are another matter. */
const NATIONAL =
  /\b(?:cao toc|vanh dai|metro|duong sat|san bay|cang hang khong|cang bien|quoc lo|ql ?\d|benh vien|dai lo|ven bien|thu thiem)\b/;

/** Payments that are small by nature: what is left after settlement, preparing, designing, measuring, guaranteeing. */
const SMALL =
  /\b(?:quyet toan|tat toan|tra no|no dong|thanh toan no|bao hanh|hoan thanh|chuan bi|cbdt|quy hoach|thiet ke|khao sat|lap du an|bao cao|tham tra|tham dinh|giam sat|bao hiem|kiem toan|cam moc|do dac|chi phi|gpmb|giai phong mat bang|boi thuong|ho tro|doi ung|du phong|von le|con lai|con thieu|hoan ung|thu hoi)\b/;

/** A year's plan of a works below this is a slip or one of the payments that are small by nature. */
export const LEAST_OF_A_YEAR: Dong = 10_000_000n;
/** Of a works whose name tells no kind, below this [I]. */
export const LEAST_OF_ANY: Dong = 2_000_000n;
/** Most works of a table have a year's plan of more than this, else its unit is a slip [I]. */
const LEAST_OF_MOST: Dong = 25_000_000n;
/** The largest year's plan of a table of works below this is a slip; of three works or more, below the second [I]. */
const LEAST_OF_LARGEST: Dong = 20_000_000n;
const LEAST_OF_LARGEST_OF_MANY: Dong = 50_000_000n;

/** Works of the state, whose amounts are another matter than those of a district or commune. */
export function isNational(name: string): boolean {
  return NATIONAL.test(plain(name));
}

/** The most that a year of this works plausibly takes; undefined for names that tell no kind of works. */
export function mostOfAYear(name: string): Dong | undefined {
  const words = plain(name);
  if (NATIONAL.test(words)) return undefined;
  return MOST_BY_CUE.get(CUE.exec(` ${words} `)?.[1] ?? '');
}

/** Titles of lists of such payments. */
const LIST_OF_SMALL = /\b(?:quyet toan|tat toan|tra no|no dong|chuan bi dau tu|quy hoach)\b/;

function listsSmall(title: string): boolean {
  return LIST_OF_SMALL.test(plain(title));
}

/** Whether a text says of a payment that it may well be small. */
export function maySaySmall(text: string): boolean {
  return SMALL.test(plain(text));
}

const plain = (text: string): string =>
  unaccent(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How a project is named among what is known: by its code, else by the key of its name. */
export function knownKey({ code, name }: { readonly code: string | null; readonly name: string }): string {
  return code ?? `~${matchKey(name)}`;
}

/**
 * What the ledger says of a plan's magnitude: it confirms it where this project's own plan, or without one its last approved
 * figure, is less than a hundred times as much or as little, as other rules hold amounts against the ledger; undefined:
 * nothing is known of the project. A project that is really large among its neighbours is so every week.
 */
export function ledgerConfirms(
  project: { readonly code: string | null; readonly name: string },
  planned: Dong,
  known: ReadingOptions['known'],
): boolean | undefined {
  const key = knownKey(project);
  const booked = amountIn(known?.planned, key) ?? amountIn(known?.disbursed, key);
  if (booked === undefined) return undefined;
  return planned < booked * FAR && booked < planned * FAR;
}

function amountIn(
  amounts: Readonly<Record<string, string | null>> | undefined,
  key: string,
): Dong | undefined {
  const amount = amounts?.[key] ?? null;
  return amount === null || BigInt(amount) <= 0n ? undefined : BigInt(amount);
}

/** An amount as it is read, and what it should be about: of the same project in the ledger or in the last return. */
export interface ComparedAmount {
  readonly read: Dong;
  readonly expected: Dong;
}

/** Between honest growth from week to week and a unit that is wrong by a thousand. */
export const FAR = 100n;

/**
 * By which power of ten (3, 6, 9, negative where too little is read) most of what can be compared is off, weighed by
 * what it should be; 0 where most is not. One amount that is off is a slip, most of them alike are a wrong unit.
 */
export function powerOffMost(amounts: readonly ComparedAmount[]): number {
  const weights = new Map<number, Dong>();
  let total = 0n;
  for (const { read, expected } of amounts) {
    if (read <= 0n || expected <= 0n) continue;
    const power = powerOff(read, expected);
    weights.set(power, (weights.get(power) ?? 0n) + expected);
    total += expected;
  }
  for (const [power, weight] of weights) if (power !== 0 && weight * 2n > total) return power;
  return 0;
}

function powerOff(read: Dong, expected: Dong): number {
  if (read >= expected * FAR) return nearest(read / expected);
  return expected >= read * FAR ? -nearest(expected / read) : 0;
}

/** Of a quotient of at least a hundred: 10^4.5 lies between a thousand and a million. */
function nearest(quotient: bigint): number {
  return quotient < 31_623n ? 3 : quotient < 31_622_777n ? 6 : 9;
}
