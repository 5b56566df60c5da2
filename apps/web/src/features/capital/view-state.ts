import type { Concern, CurveView, SliceRequest } from '@thongvon/api-contract';
import type { Denominator } from '@thongvon/kernel';
import type { Unit } from '../../language';
import { useAddressState } from '../../shared/address-state';
import type { Sort } from '../../shared/data-table';
import { curveQuery, nextMilestone } from '../../shared/plan-year';

/** Names in the address bar, short and as people would read them out. */
const NAMES = {
  planYear: 'nam',
  asOf: 'den',
  denominator: 'mau',
  q: 'q',
  owner: 'cdt',
  kind: 'loai',
  source: 'nguon',
  commune: 'xa',
  group: 'nhom',
  tab: 'the',
  unit: 'dvt',
  sort: 'sap',
  columns: 'cot',
} as const;
type Name = keyof typeof NAMES;

export const FACETS = ['group', 'source', 'owner', 'kind', 'commune'] as const;
export type Facet = (typeof FACETS)[number];

/** Units in the address bar. */
export const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  'billion-dong': 'ty',
  'million-dong': 'trieu',
  dong: 'dong',
};

/** What the tabs above the table are called in the address bar; `unplanned` shows what is in no sum. */
export const TABS = {
  'duoi-moc': 'below-target',
  'khong-het': 'unspent',
  'vuong-mac': 'blocked',
  'chua-giai-ngan': 'nothing-disbursed',
  'lech-kho-bac': 'treasury-differs',
  'ngoai-ke-hoach': 'unplanned',
} as const satisfies Readonly<Record<string, Concern | 'unplanned'>>;
export type Tab = (typeof TABS)[keyof typeof TABS];

/** The tab that the address names; undefined for all planned projects. */
export function tabOf({ value }: Pick<OverviewState, 'value'>): Tab | undefined {
  const named = value('tab');
  return Object.entries(TABS).find(([name]) => name === named)?.[1];
}

/** Largest shortfall first: what needs attention. */
const DEFAULT_SORT: Sort = { key: 'shortfall', descending: true };

/** What the overview shows, all of it in the address bar. */
export interface OverviewState {
  readonly value: (name: Name) => string | undefined;
  readonly set: (changes: Readonly<Partial<Record<Name, string | undefined>>>) => void;
  readonly sort: Sort;
  readonly setSort: (sort: Sort) => void;
}

export function useOverviewState(): OverviewState {
  const { value, set } = useAddressState();
  const change: OverviewState['set'] = (changes) =>
    set(Object.fromEntries(Object.entries(changes).map(([name, text]) => [NAMES[name as Name], text])));
  const sorted = value(NAMES.sort);
  return {
    value: (name) => value(NAMES[name]),
    set: change,
    sort:
      sorted === undefined
        ? DEFAULT_SORT
        : { key: sorted.replace(/^-/, ''), descending: sorted.startsWith('-') },
    setSort: ({ key, descending }) => change({ sort: `${descending ? '-' : ''}${key}` }),
  };
}

/** What a rate divides by unless another denominator is chosen. */
export const DEFAULT_DENOMINATOR: Denominator = 'current-year-plan';

/** The course of the year that the address names. Where it names nothing, the browser has it already (src/ahead.ts). */
export function courseQuery({ value }: OverviewState) {
  const [planYear, asOf] = [value('planYear'), value('asOf')];
  const denominator = value('denominator') as Denominator | undefined;
  return curveQuery({
    ...(planYear === undefined ? {} : { planYear: Number(planYear) }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(denominator === undefined ? {} : { denominator }),
  });
}

/** The whole plan on a day, over the denominator that the address names. */
export interface WholeRequest {
  readonly planYear: number;
  /** The figures' day. */
  readonly asOf: string;
  /** By which their age is judged. */
  readonly businessDay: string;
  readonly denominator?: Denominator;
}

/** On the days that the course of the year reckons on. */
export function wholeOf({ value }: OverviewState, course: CurveView, asOf: string): WholeRequest {
  const denominator = value('denominator') as Denominator | undefined;
  const { planYear, reckoning } = course;
  const { businessDay } = reckoning;
  return { planYear, asOf, businessDay, ...(denominator === undefined ? {} : { denominator }) };
}

/** Blockers as on the business day, and what they hold by the figures of the page. */
export const blockersOf = ({ businessDay, asOf, planYear, denominator }: WholeRequest) => ({
  planYear,
  asOf: businessDay,
  figuresAsOf: asOf,
  ...(denominator === undefined ? {} : { denominator }),
});

/** What bars and words leave out; a tab is no filter of these. */
const CUTS = ['q', ...FACETS] as const;

/** Whether bars, words or a tab leave projects out of the table. */
export const isFiltered = ({ value }: OverviewState): boolean =>
  ([...CUTS, 'tab'] as const).some((name) => value(name) !== undefined);

/** All projects again. */
export const NO_FILTER = {
  q: undefined,
  owner: undefined,
  kind: undefined,
  source: undefined,
  commune: undefined,
  group: undefined,
  tab: undefined,
};

/** How the API is asked for rows in the state's order. */
export const orderOf = ({ sort: { key, descending } }: OverviewState) =>
  ({ sort: key, order: descending ? 'descending' : 'ascending' }) as const;

/** Which projects, on the days of the page. */
export type OverviewSlice = Omit<SliceRequest, 'target'> & WholeRequest & { readonly target: string };

/** The next milestone in percent, as the API takes it; nothing is below 0. */
const targetOf = (course: CurveView, asOf: string): string =>
  String(nextMilestone(asOf, course.milestones)?.percent ?? 0);

/** All planned projects, with how many are of each concern. */
export const allOf = (whole: WholeRequest, course: CurveView): OverviewSlice => ({
  ...whole,
  target: targetOf(course, whole.asOf),
});

/** The projects that the state asks for. The API refuses words that it doesn't know. */
export function sliceOf(state: OverviewState, course: CurveView, asOf: string): OverviewSlice {
  const { value } = state;
  const chosen = Object.fromEntries(
    CUTS.flatMap((name) => {
      const text = value(name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
  const tab = tabOf(state);
  const concern = tab === undefined || tab === 'unplanned' ? {} : { concern: tab };
  return { ...allOf(wholeOf(state, course, asOf), course), ...chosen, ...concern };
}
