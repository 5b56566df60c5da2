import { addDays, type Dong, instantAt, type PlanYear, plainDate } from '@thongvon/kernel';
import { MOVING, NOTHING, STEADY, WEEKS } from './course';
import { BOARDS, communeName, DEPARTMENTS, OBSTACLES, PROVINCE, WORKS } from './names';
import {
  type Habit,
  type Layout,
  LAYOUTS,
  type Province,
  type ProvinceClearance,
  type ProvinceCourse,
  type ProvinceObstacle,
  type ProvinceOffice,
  type ProvinceProject,
  type ProvinceSource,
} from './province';

export interface ProvinceSize {
  /** Offices that report, boards and departments before communes. */
  readonly offices: number;
  readonly projects: number;
}

/** The last figures of the demo: the Wednesday before its Friday. */
export const PROVINCE_LAST_DAY = plainDate('2026-11-18');
/** The instant at which the business clock starts with the province: the Friday after its last week. */
export const PROVINCE_NOW = instantAt(addDays(PROVINCE_LAST_DAY, 2), '08:00');
const PROVINCE_SIZE: ProvinceSize = { offices: 59, projects: 1200 };
const SEED = 'lam-giang';

/** The illustrative province: the same for the same size and seed. Pure. */
export function makeProvince(size: ProvinceSize = PROVINCE_SIZE, seed = SEED): Province {
  const planYears = [2024, 2025, 2026];
  const offices = Array.from({ length: size.offices }, (_, nth) => officeOf(nth, size.offices));
  const projects = Array.from({ length: size.projects }, (_, nth) =>
    projectOf(nth, offices, planYears, seed),
  );
  return { name: PROVINCE, offices, projects, planYears, lastDay: PROVINCE_LAST_DAY };
}

function officeOf(nth: number, all: number): ProvinceOffice {
  const boards = Math.max(1, Math.round((BOARDS.length * all) / PROVINCE_SIZE.offices));
  const departments = Math.max(1, Math.round((DEPARTMENTS.length * all) / PROVINCE_SIZE.offices));
  const layout = LAYOUTS[nth % LAYOUTS.length] ?? 'source-columns';
  const habit = habitOf(nth, all, boards + departments);
  if (nth < boards)
    return { name: nameOf(BOARDS, nth), kind: 'project-management-board', commune: null, layout, habit };
  if (nth < boards + departments)
    return { name: nameOf(DEPARTMENTS, nth - boards), kind: 'department', commune: null, layout, habit };
  const commune = communeName(nth - boards - departments);
  return { name: `UBND ${commune}`, kind: 'commune', commune, layout, habit };
}

function nameOf(names: readonly string[], nth: number): string {
  const round = Math.floor(nth / names.length);
  return `${names[nth % names.length] ?? ''}${round === 0 ? '' : ` số ${round + 1}`}`;
}

/**
 * Of sixty offices some are silent, late, made mistakes or wait for approval. The first two are punctual; the first commune is
 * silent, so that who tries the demo has its table to send.
 */
function habitOf(nth: number, all: number, firstCommune: number): Habit {
  if (nth < 2) return 'punctual';
  if (nth === firstCommune) return 'silent';
  const rest = (nth * 7) % Math.max(all, 17);
  if (rest % 15 === 4) return 'silent';
  if (rest % 19 === 6) return 'late';
  if (rest % 21 === 8) return 'mistaken';
  if (rest % 10 === 3) return 'unapproved';
  return 'punctual';
}

function projectOf(
  nth: number,
  offices: readonly ProvinceOffice[],
  planYears: readonly PlanYear[],
  seed: string,
): ProvinceProject {
  const dice = new Dice(`${seed}:${nth}`);
  const communes = offices.filter(({ commune }) => commune !== null).length;
  const owners = offices.length - communes;
  // Boards and departments have two fifths of the projects and most of the money.
  const office = communes === 0 || (owners > 0 && nth % 5 < 2) ? nth % owners : owners + (nth % communes);
  const owner = offices[office];
  const isCommune = owner?.kind === 'commune';
  const commune = owner?.commune ?? communeName(dice.below(Math.max(communes, 1)));
  const [kind, field, patterns] =
    WORKS[nth % WORKS.length] ?? WORKS[0] ?? (['other', 'Công nghệ thông tin', ['{n}']] as const);
  const pattern = patterns[dice.below(patterns.length)] ?? '{n}';
  const name = pattern.replace('{n}', String(nth + 1)).replace('{commune}', commune);
  const size = BigInt(isCommune ? dice.between(400, 9_000) : dice.between(4_000, 120_000)) * 1_000_000n;
  // Works of communes take up to three years, of boards up to four, and some of these began before.
  const firstYear = isCommune ? 2024 + dice.below(3) : 2023 + dice.below(4);
  const years = (isCommune ? 1 : 2) + dice.below(3);
  const active = planYears.filter((year) => year >= firstYear && year < firstYear + years);
  const running = active.length > 0 ? active : [planYears.at(-1) ?? 2026];
  const layout = owner?.layout ?? 'source-columns';
  const courses = running.flatMap((year) =>
    coursesOf(dice, { year, size, isCommune, layout, first: year === firstYear }),
  );
  const isRunning = running.includes(planYears.at(-1) ?? 2026);
  const cleared =
    isRunning && ['road', 'bridge', 'irrigation', 'residential-zone', 'cemetery'].includes(kind);
  const clearance = cleared && dice.below(100) < 55 ? clearanceOf(dice, size) : null;
  return {
    code: String(7_100_000 + nth),
    ...{ name, kind, field, office, commune, courses, clearance, began: firstYear },
    totalInvestment: size * BigInt(running.length + dice.below(3)) + size / 4n,
    obstacle: isRunning && dice.below(100) < 14 ? obstacleOf(dice, commune, owner?.name ?? '') : null,
  };
}

const SOURCES: Readonly<Record<string, string>> = {
  'central-budget': 'Ngân sách trung ương',
  'local-budget': 'Ngân sách địa phương',
  oda: 'Vốn nước ngoài (ODA)',
  'land-use-fees': 'Tiền sử dụng đất',
  'commune-budget': 'Ngân sách xã',
  'national-target-programme-new-rural': 'CTMTQG xây dựng nông thôn mới',
};

/** Sources of a project with their parts in percent. */
const OF_PROVINCE: readonly (readonly (readonly [string, bigint])[])[] = [
  [['central-budget', 100n]],
  [['local-budget', 100n]],
  [
    ['central-budget', 70n],
    ['local-budget', 30n],
  ],
  [
    ['oda', 80n],
    ['local-budget', 20n],
  ],
  [
    ['local-budget', 60n],
    ['land-use-fees', 40n],
  ],
  [['local-budget', 100n]],
];
const OF_COMMUNE: readonly (readonly (readonly [string, bigint])[])[] = [
  [['commune-budget', 100n]],
  [['national-target-programme-new-rural', 100n]],
  [['local-budget', 100n]],
  [['land-use-fees', 100n]],
  [
    ['national-target-programme-new-rural', 60n],
    ['commune-budget', 40n],
  ],
];

interface Year {
  readonly year: PlanYear;
  readonly size: Dong;
  readonly isCommune: boolean;
  readonly layout: Layout;
  /** The project begins in it. */
  readonly first: boolean;
}

function coursesOf(dice: Dice, { year, size, isCommune, layout, first }: Year): ProvinceCourse[] {
  const parts = dice.one(isCommune ? OF_COMMUNE : OF_PROVINCE) ?? [];
  const chance = dice.below(100);
  // Two in a hundred are paid without a plan, three have their plan only since October, twelve were adjusted in summer.
  const unplanned = chance < 2;
  const late = chance >= 2 && chance < 5;
  const adjusted = chance >= 5 && chance < 17 ? BigInt(dice.one([60, 75, 85, 115, 130]) ?? 100) : null;
  const raised = chance >= 17 && chance < 21;
  const pace = dice.below(100);
  const stopped = pace >= 3 && pace < 9;
  const paidPercent = BigInt(
    unplanned ? dice.between(3, 9) : pace < 80 ? dice.between(93, 100) : dice.between(60, 94),
  );
  const sources = parts.map(([source, percent]): ProvinceSource => {
    const whole = thousands((size * percent) / 100n);
    const initial = unplanned || late ? null : whole;
    const adjustment = adjusted === null ? null : thousands((whole * adjusted) / 100n);
    const supplement = late ? whole : raised ? thousands((whole * 120n) / 100n) : null;
    const least = adjustment !== null && adjustment < whole ? adjustment : whole;
    const planned = { initial, adjustment, supplement };
    return {
      source,
      label: SOURCES[source] ?? source,
      planned,
      paid: thousands((least * paidPercent) / 100n),
    };
  });
  const course = {
    // Three in a hundred disburse nothing.
    course: pace < 3 ? NOTHING : (dice.one(MOVING) ?? NOTHING),
    lag: late || unplanned ? dice.between(43, 46) : first ? dice.between(1, 4) : dice.below(3),
    stop: stopped ? dice.between(6, 30) : WEEKS - 1,
    treasuryPercent: dice.below(100) < 7 ? BigInt(dice.one([96, 98, 99, 101]) ?? 100) : 100n,
  };
  const main: ProvinceCourse = { planYear: year, planType: 'current-year', sources, ...course };
  if (layout !== 'carried-over' || first || unplanned || late || dice.below(100) >= 40) return [main];
  const carried = parts.slice(0, 1).map(([source]): ProvinceSource => {
    const amount = thousands((size * BigInt(dice.between(4, 18))) / 100n);
    const planned = { initial: amount, adjustment: null, supplement: null };
    return { source, label: SOURCES[source] ?? source, planned, paid: thousands((amount * 97n) / 100n) };
  });
  return [
    main,
    { ...main, planType: 'carried-over', sources: carried, course: STEADY, lag: 0, stop: WEEKS - 1 },
  ];
}

const thousands = (amount: Dong): Dong => (amount / 1000n) * 1000n;

function obstacleOf(dice: Dice, commune: string, owner: string): ProvinceObstacle {
  const [text, unit, cause] = dice.one(OBSTACLES) ?? (['', '', 'unclassified'] as const);
  const openedOn = addDays(PROVINCE_LAST_DAY, -dice.between(8, 420));
  const places = { '{k}': String(dice.between(2, 26)), '{commune}': commune, 'Chủ đầu tư': owner };
  const filled = (pattern: string): string =>
    Object.entries(places).reduce((sentence, [place, word]) => sentence.replace(place, word), pattern);
  const due = addDays(openedOn, dice.between(20, 150));
  return {
    ...{ text: filled(text), unit: filled(unit), cause, openedOn, due },
    solved: due < PROVINCE_LAST_DAY && dice.below(100) < 45,
    reported: dice.below(100) < 60,
  };
}

function clearanceOf(dice: Dice, size: Dong): ProvinceClearance {
  const households = dice.between(6, 180);
  const share = (of: number, least: number): number => Math.floor((of * dice.between(least, 100)) / 100);
  const inventoried = share(households, 80);
  const approved = share(inventoried, 60);
  const paid = share(approved, 60);
  const compensation = thousands(size / 3n);
  return {
    ...{ households, inventoried, approved, paid, handedOver: share(paid, 75) },
    area: dice.between(20, 3600) * 100,
    compensation,
    compensated: thousands((compensation * BigInt(Math.floor((paid * 100) / households))) / 100n),
  };
}

/** Numbers that look like chance and are the same for the same seed: xorshift, begun by FNV-1a of the seed. */
class Dice {
  private state: number;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    this.state = hash || 1;
    for (let round = 0; round < 4; round += 1) this.next();
  }

  /** A whole number from 0 below `limit`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** A whole number of both ends and what lies between. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }

  private next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return this.state >>> 0;
  }
}
