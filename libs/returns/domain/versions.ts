import type { ReturnKind } from '@thongvon/return-reader';
import type { Preview, PreviewRow } from './preview';
import type { ReturnStatus } from './return-status';

/** A return of the same office, kind and date, with how it came back, if it did. */
export interface Version {
  readonly id: string;
  readonly status: ReturnStatus;
  readonly kinds: readonly ReturnKind[];
  readonly fileName: string;
  readonly receivedAt: string;
  /** When it was approved, be it that it counts no longer; null: it never was. */
  readonly approvedAt: string | null;
  /** It counts, and ends when the return that is looked at is approved. */
  readonly isReplaced: boolean;
  readonly at: string | null;
  readonly reason: string | null;
  readonly by: { readonly name: string; readonly office: string; readonly email: string } | null;
}

export interface CameBack extends Pick<Version, 'reason' | 'by'> {
  readonly returnId: string;
  readonly how: 'sent-back' | 'reverted';
  readonly at: string;
}

/** The one version that a return is held against. */
export interface Baseline extends Pick<Version, 'fileName' | 'receivedAt'> {
  readonly returnId: string;
  /** It counts, or it came back. */
  readonly how: 'approved' | CameBack['how'];
  /** When it was approved, or came back. */
  readonly at: string;
}

/** What leads a return's page: that it came back, what it corrects, what it is held against, what came after it. */
export interface Standing {
  readonly cameBack: CameBack | null;
  readonly corrects: CameBack | null;
  readonly comparedWith: Baseline | null;
  readonly newer: Newer | null;
}

export type Newer = Pick<Version, 'id' | 'status' | 'fileName' | 'receivedAt'>;

/** These stand for nothing; one that came back itself is the one to work on. */
const ENDED: readonly ReturnStatus[] = ['withdrawn', 'failed'];
/** Can be sent, or will be: a file that came later means to take its place. */
const DRAFT: readonly ReturnStatus[] = ['needs-attention', 'ready'];
/** May still be approved. */
const WAITS: readonly ReturnStatus[] = [...DRAFT, 'submitted', 'sent-back'];

/** Among `versions`, the first received first, how the one of this id stands. */
export function standingAmong(versions: readonly Version[], id: string): Standing {
  const place = versions.findIndex((one) => one.id === id);
  const own = versions[place];
  const laterOnes = versions.slice(place + 1).filter(({ status }) => !ENDED.includes(status));
  const cameBack = own ? cameBackOf(own) : null;
  const later = cameBack ? laterOnes.at(-1) : laterOnes.findLast((one) => own && isInPlaceOf(one, own));
  const earlier = versions.slice(0, Math.max(0, place)).findLast((one) => asksStill(one, versions, id));
  const corrects = earlier ? cameBackOf(earlier) : null;
  return {
    cameBack,
    corrects,
    comparedWith: own ? baselineOf(own, versions, earlier) : null,
    newer: later ? newerOf(later) : null,
  };
}

/** It came back, and no other version was approved since: then that is what counts, and this one is done with. */
function asksStill(one: Version, versions: readonly Version[], id: string): boolean {
  const back = cameBackOf(one);
  if (back === null) return false;
  const isSettled = (other: Version): boolean =>
    other.id !== id &&
    other.id !== one.id &&
    (other.approvedAt ?? '') > back.at &&
    COUNTED.includes(other.status);
  return !versions.some(isSettled);
}

/** Approved, be it that a later one has taken its place. */
const COUNTED: readonly ReturnStatus[] = ['approved', 'superseded'];

/** The approved one that ends with it, the last approved first; else the one that it grew from. */
function baselineOf(
  own: Version,
  versions: readonly Version[],
  grewFrom: Version | undefined,
): Baseline | null {
  const [approved] = versions
    .filter((one) => one.isReplaced && one.id !== own.id)
    .toSorted((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? 1 : -1));
  if (approved && WAITS.includes(own.status))
    return { ...named(approved), how: 'approved', at: approved.approvedAt ?? approved.receivedAt };
  const back = grewFrom ? cameBackOf(grewFrom) : null;
  return grewFrom && back ? { ...named(grewFrom), how: back.how, at: back.at } : null;
}

const named = ({
  id,
  fileName,
  receivedAt,
}: Version): Pick<Baseline, 'returnId' | 'fileName' | 'receivedAt'> => ({
  ...{ returnId: id, fileName, receivedAt },
});

const newerOf = ({ id, status, fileName, receivedAt }: Version): Newer => ({
  ...{ id, status, fileName, receivedAt },
});

/** Of a draft: a later one of the same kinds. What was handed in is the finance office's to weigh. */
function isInPlaceOf({ kinds }: Version, draft: Version): boolean {
  const same = kinds.length === draft.kinds.length && kinds.every((kind) => draft.kinds.includes(kind));
  return same && kinds.length > 0 && DRAFT.includes(draft.status);
}

function cameBackOf({ id, status, at, reason, by }: Version): CameBack | null {
  if ((status !== 'sent-back' && status !== 'reverted') || at === null) return null;
  return { returnId: id, how: status, at, reason, by };
}

interface ComparedNumber {
  readonly measure: string;
  readonly unit: string;
  readonly before: string | null;
  readonly now: string | null;
}

/** A project as two versions report it. Amounts are whole đồng as decimal strings; null: none. */
export interface ComparedRow {
  readonly code: string | null;
  readonly name: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly difference: string | null;
  readonly plannedBefore: string | null;
  readonly plannedNow: string | null;
  readonly numbers: readonly ComparedNumber[];
  /** In that version a cell that the amount comes from isn't settled: nothing can be said to differ yet. */
  readonly unreadBefore?: true;
  readonly unreadNow?: true;
}

export interface ComparedSection extends Pick<ComparedRow, 'before' | 'now' | 'difference'> {
  readonly kind: ReturnKind;
  readonly rows: readonly ComparedRow[];
  readonly same: number;
  /** How many projects aren't settled in one of the two: there is no sum yet. */
  readonly unread: number;
  /** One of the two has no rows, since its unit or date is still asked for: nothing is compared yet. */
  readonly waits: boolean;
}

/**
 * Two versions project by project: what differs or isn't settled, in the order of the later one, then what only the earlier one
 * has. What isn't settled is no difference, and no part of a sum.
 */
export function compareVersions(earlier: Preview, later: Preview): ComparedSection[] {
  const kinds = new Set([...later.sections, ...earlier.sections].map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    if (isRowless(earlier, kind) || isRowless(later, kind)) return { kind, ...NOT_COMPARED };
    const before = rowsOf(earlier, kind);
    const now = rowsOf(later, kind);
    const all = [...new Set([...now.keys(), ...before.keys()])].map((key) =>
      comparedRow(before.get(key), now.get(key)),
    );
    const rows = all.filter(differs);
    const unread = all.filter(isUnread).length;
    const whole = { before: sumOf(all.map((row) => row.before)), now: sumOf(all.map((row) => row.now)) };
    const sums = unread > 0 ? { before: null, now: null } : whole;
    const same = all.length - rows.length;
    return { kind, ...sums, difference: differenceOf(sums), rows, same, unread, waits: false };
  });
}

const NOT_COMPARED = {
  before: null,
  now: null,
  difference: null,
  rows: [],
  same: 0,
  unread: 0,
  waits: true,
} as const;

/** It holds this kind, and no row could be held against anything. */
function isRowless({ sections }: Preview, kind: ReturnKind): boolean {
  const own = sections.filter((one) => one.kind === kind);
  return own.length > 0 && own.every(({ rows }) => rows.length === 0);
}

/** What a version itself reports, by what names each project; what it leaves out isn't in it. */
function rowsOf({ sections }: Preview, kind: ReturnKind): Map<string, PreviewRow> {
  const rows = sections.filter((one) => one.kind === kind).flatMap((section) => section.rows);
  return new Map(
    rows
      .filter(({ state }) => state !== 'missing')
      .map((row, i) => [row.projectId ?? row.code ?? `${row.name} ${sameNamedBefore(rows, row, i)}`, row]),
  );
}

/** Rows without a code may share a name: the second of it is another project. */
const sameNamedBefore = (rows: readonly PreviewRow[], { name }: PreviewRow, i: number): number =>
  rows.slice(0, i).filter((one) => one.name === name).length;

function comparedRow(before: PreviewRow | undefined, now: PreviewRow | undefined): ComparedRow {
  const amounts = { before: before?.after ?? null, now: now?.after ?? null };
  const unread = {
    ...(before?.unread === true && { unreadBefore: true as const }),
    ...(now?.unread === true && { unreadNow: true as const }),
  };
  return {
    code: now?.code ?? before?.code ?? null,
    name: now?.name ?? before?.name ?? '',
    ...amounts,
    difference: isUnread(unread) ? null : differenceOf(amounts),
    ...unread,
    plannedBefore: before?.plannedStated ?? null,
    plannedNow: now?.plannedStated ?? null,
    numbers: numbersOf(before, now),
  };
}

function numbersOf(before: PreviewRow | undefined, now: PreviewRow | undefined): ComparedNumber[] {
  const said = new Map((before?.numbers ?? []).map((one) => [`${one.measure} ${one.unit}`, one]));
  const saidNow = new Map((now?.numbers ?? []).map((one) => [`${one.measure} ${one.unit}`, one]));
  return [...new Set([...saidNow.keys(), ...said.keys()])].flatMap((key) => {
    const [was, is] = [said.get(key), saidNow.get(key)];
    const about = is ?? was;
    if (!about || (was?.after ?? null) === (is?.after ?? null)) return [];
    const { measure, unit } = about;
    return [{ measure, unit, before: was?.after ?? null, now: is?.after ?? null }];
  });
}

const isUnread = ({ unreadBefore, unreadNow }: Pick<ComparedRow, 'unreadBefore' | 'unreadNow'>): boolean =>
  unreadBefore === true || unreadNow === true;

const differs = (row: ComparedRow): boolean =>
  isUnread(row) || row.before !== row.now || row.plannedBefore !== row.plannedNow || row.numbers.length > 0;

const sumOf = (amounts: readonly (string | null)[]): string | null => {
  const known = amounts.flatMap((amount) => (amount === null ? [] : [BigInt(amount)]));
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0n).toString();
};

const differenceOf = ({ before, now }: Pick<ComparedRow, 'before' | 'now'>): string | null =>
  before === null && now === null ? null : (BigInt(now ?? 0) - BigInt(before ?? 0)).toString();
