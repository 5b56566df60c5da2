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
  readonly at: string | null;
  readonly reason: string | null;
  readonly by: { readonly name: string; readonly office: string; readonly email: string } | null;
}

export interface CameBack extends Pick<Version, 'reason' | 'by'> {
  readonly returnId: string;
  readonly how: 'sent-back' | 'reverted';
  readonly at: string;
}

/** What leads a return's page: that it came back, what it corrects, what came after it. */
export interface Standing {
  readonly cameBack: CameBack | null;
  readonly corrects: CameBack | null;
  readonly newer: Newer | null;
}

export type Newer = Pick<Version, 'id' | 'status' | 'fileName' | 'receivedAt'>;

/** These stand for nothing; one that came back itself is the one to work on. */
const ENDED: readonly ReturnStatus[] = ['withdrawn', 'failed'];
/** Can be sent, or will be: a file that came later means to take its place. */
const DRAFT: readonly ReturnStatus[] = ['needs-attention', 'ready'];

/** Among `versions`, the first received first, how the one of this id stands. */
export function standingAmong(versions: readonly Version[], id: string): Standing {
  const place = versions.findIndex((one) => one.id === id);
  const own = versions[place];
  const laterOnes = versions.slice(place + 1).filter(({ status }) => !ENDED.includes(status));
  const cameBack = own ? cameBackOf(own) : null;
  const later = cameBack ? laterOnes.at(-1) : laterOnes.findLast((one) => own && isInPlaceOf(one, own));
  const earlier = versions.slice(0, Math.max(0, place)).findLast((one) => cameBackOf(one) !== null);
  return {
    cameBack,
    corrects: earlier ? cameBackOf(earlier) : null,
    newer: later ? newerOf(later) : null,
  };
}

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
}

export interface ComparedSection extends Pick<ComparedRow, 'before' | 'now' | 'difference'> {
  readonly kind: ReturnKind;
  readonly rows: readonly ComparedRow[];
  readonly same: number;
}

/** Two versions project by project: what differs, in the order of the later one, then what only the earlier one has. */
export function compareVersions(earlier: Preview, later: Preview): ComparedSection[] {
  const kinds = new Set([...later.sections, ...earlier.sections].map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const before = rowsOf(earlier, kind);
    const now = rowsOf(later, kind);
    const all = [...new Set([...now.keys(), ...before.keys()])].map((key) =>
      comparedRow(before.get(key), now.get(key)),
    );
    const rows = all.filter(differs);
    const sums = { before: sumOf(all.map((row) => row.before)), now: sumOf(all.map((row) => row.now)) };
    return { kind, ...sums, difference: differenceOf(sums), rows, same: all.length - rows.length };
  });
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
  return {
    code: now?.code ?? before?.code ?? null,
    name: now?.name ?? before?.name ?? '',
    ...amounts,
    difference: differenceOf(amounts),
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

const differs = (row: ComparedRow): boolean =>
  row.before !== row.now || row.plannedBefore !== row.plannedNow || row.numbers.length > 0;

const sumOf = (amounts: readonly (string | null)[]): string | null => {
  const known = amounts.flatMap((amount) => (amount === null ? [] : [BigInt(amount)]));
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0n).toString();
};

const differenceOf = ({ before, now }: Pick<ComparedRow, 'before' | 'now'>): string | null =>
  before === null && now === null ? null : (BigInt(now ?? 0) - BigInt(before ?? 0)).toString();
