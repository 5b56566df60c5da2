import type { EntityManager } from 'typeorm';
import type { KeptBecause, Role } from '@thongvon/api-contract';
import { matchKey, type PlainDate } from '@thongvon/kernel';
import { type Entries, entryDecorator } from '@thongvon/platform';
import type { Finding, Reading, ReadingOptions, ReturnKind } from '@thongvon/return-reader';
import type { Answer } from '../domain/answer';
import type { TotalChange } from '../domain/consequence';
import type { PreviewRemark, PreviewSection } from '../domain/preview';
import type { ReturnStatus } from '../domain/return-status';

/** In the order in which they are checked and committed: a plan may register the projects that the others name. */
const KINDS: readonly ReturnKind[] = ['plan', 'disbursement', 'treasury', 'land-clearance'];

/** On the class of a provider: these are the rules of this kind of return. */
export const ForReturnKind = entryDecorator<ReturnKindRules, ReturnKind>('kind of return', KINDS);

/** On the class of a provider: it takes something from returns of every kind, under the name of its room. */
export const OnReturns = entryDecorator<ReturnListener>('listener to returns');

/** What contexts do with the kinds of return, and what they take from all kinds. */
export class ReturnKinds {
  constructor(
    private readonly rules: Entries<ReturnKind, ReturnKindRules>,
    private readonly listening: Entries<string, ReturnListener>,
  ) {}

  get listeners(): readonly ReturnListener[] {
    return this.listening.all.map(([, listener]) => listener);
  }

  /** What the contexts know on `day` of the projects that `scope` held then, for the reader. */
  async knownOn(
    manager: EntityManager,
    day: PlainDate,
    scope: readonly string[],
    called: CalledProjects,
  ): Promise<KnownAmounts> {
    const known: KnownAmounts = {};
    for (const [, rules] of this.rules.all)
      Object.assign(known, await rules.known?.(manager, day, scope, called));
    return known;
  }

  /** All that the contexts do when returns cease to count, or count again. */
  async settle(manager: EntityManager, change: EffectChange): Promise<OwnerChanges> {
    const moved: NewOwner[] = [];
    const kept: KeptHandover[] = [];
    for (const [, rules] of this.rules.all) {
      const changes = await rules.settle?.(manager, change);
      moved.push(...(changes?.moved ?? []));
      kept.push(...(changes?.kept ?? []));
    }
    return { moved, kept };
  }

  /** The rules of those kinds that some context takes up, in the order in which they must be committed: plans first. */
  of(kinds: readonly ReturnKind[]): ReturnKindRules[] {
    return this.rules.all.flatMap(([kind, rules]) => (kinds.includes(kind) ? [rules] : []));
  }

  /** Those of the kinds that people with this role may not send. */
  notSentBy(role: Role, kinds: readonly ReturnKind[]): ReturnKind[] {
    return this.rules.all.flatMap(([kind, { senders }]) =>
      kinds.includes(kind) && !senders.includes(role) ? [kind] : [],
    );
  }
}

/** Whole đồng by project code: this year's plan, and what was disbursed of it. */
export type KnownAmounts = NonNullable<ReadingOptions['known']>;

/** Ids of projects by the codes or names by which a return calls them, as its sender has answered. */
export type CalledProjects = ReadonlyMap<string, string>;

/** Returns, of whatever kinds, that cease to count in this transaction, and those that count again because of it. */
export interface EffectChange {
  readonly ended: readonly string[];
  readonly reinstated: readonly string[];
  readonly by: string;
  readonly at: Date;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A project of the register. */
interface NamedProject extends Named {
  readonly code: string | null;
}

/** A project that became another office's. */
interface NewOwner {
  readonly project: NamedProject;
  readonly from: Named;
  readonly to: Named;
}

/** A project that stays with `owner`, for what came later, though else it would be the office's in `wouldBe`. */
interface KeptHandover {
  readonly project: NamedProject;
  readonly owner: Named;
  readonly wouldBe: Named;
  readonly reason: KeptBecause;
}

/** Whose projects are otherwise by it, and whose stay though the return that said so doesn't count. */
export interface OwnerChanges {
  readonly moved: readonly NewOwner[];
  readonly kept: readonly KeptHandover[];
}

/** The state after an action, and whose projects are otherwise by it; nothing of that where it had been done before. */
export interface StepDone {
  readonly status: ReturnStatus;
  readonly owners?: OwnerChanges;
}

/**
 * What a context does with its kind of return. `returns` knows no kind: a provider of the context has them, marked with `ForReturnKind`.
 */
export interface ReturnKindRules {
  /** Who may send this kind. */
  readonly senders: readonly Role[];
  /**
   * What counts on `day`, of projects that `scope` held then: a table of any kind whose amounts are a hundred times as
   * large or as small is in another unit than it says. Nothing is said of others' projects (contract, section 3, "Whose").
   */
  known?(
    manager: EntityManager,
    day: PlainDate,
    scope: readonly string[],
    called: CalledProjects,
  ): Promise<KnownAmounts>;
  /** Holds the reading against the register, the ledgers and earlier returns. Writes nothing. */
  check(manager: EntityManager, facts: ReturnFacts): Promise<CheckOutcome>;
  /** Writes what the return says into the ledgers, in the approval's transaction. */
  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void>;
  /** Other effective returns that this one replaces wholly; their effect ends in the same transaction. */
  superseded(manager: EntityManager, facts: ReturnFacts): Promise<string[]>;
  /** Brings what is derived from the ledgers up to date for all that a return touches. Safe to run twice. */
  recompute(manager: EntityManager, returnId: string): Promise<void>;
  /** What rested on returns that no longer count, of any kind, and isn't derived from the ledgers: undone, or done again. */
  settle?(manager: EntityManager, change: EffectChange): Promise<OwnerChanges>;
}

/** What a listener finds in a return. */
export interface ListenerOutcome {
  readonly findings: readonly Finding[];
  readonly remarks: readonly PreviewRemark[];
}

/**
 * A context that takes something from returns of whatever kind, besides each kind's own rules: what blocks a project,
 * for one, stands in the notes of a disbursement table as well as in a clearance table. Marked with `OnReturns`.
 */
export interface ReturnListener {
  /** What it has to say or ask of the return before that counts, and what its words would change. Writes nothing. */
  check(manager: EntityManager, facts: ReturnFacts): Promise<ListenerOutcome>;
  /** The remarks of a preview as they stand when a person looks at it: what was decided on since changes no version of the return. */
  remarksNow(
    manager: EntityManager,
    returnId: string,
    remarks: readonly PreviewRemark[],
  ): Promise<readonly PreviewRemark[]>;
  /** Writes what it takes, in the approval's transaction, after the kinds have: every project is registered by then. */
  commit(manager: EntityManager, facts: ReturnFacts, approvedAt: Date): Promise<void>;
  /** Brings what it derives up to date for all that a return touches. Safe to run twice. */
  recompute(manager: EntityManager, returnId: string): Promise<void>;
}

/** What the rules of a kind may know of a return. */
export interface ReturnFacts {
  readonly id: string;
  readonly organizationId: string;
  /** The sender's organisation and all below it. */
  readonly scope: readonly string[];
  /** The organisations above the sender's. */
  readonly above: readonly string[];
  readonly senderRole: Role;
  /** The return's date: of its figures, else of its decision, else the day. Whose projects are is asked as of it. */
  readonly day: PlainDate;
  readonly reading: Reading;
  readonly answers: readonly Answer[];
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly preview: PreviewSection;
  /** Totals that approving it would lower, or in which projects vanish or fall. */
  readonly consequences?: readonly TotalChange[];
}

/**
 * What people answered to RET-PROJECT-UNKNOWN, by `matchKey` of the row's code or name (the finding's value): the id of
 * the project that is meant, or NEW_PROJECT of projects.
 */
export function decidedProjects(answers: readonly Answer[]): Map<string, string> {
  return new Map(
    answers.flatMap(({ code, value, asked }) =>
      code === 'RET-PROJECT-UNKNOWN' && value !== null && asked !== null ? [[matchKey(asked), value]] : [],
    ),
  );
}

interface Naming {
  readonly organizationId: string;
  readonly scope: readonly string[];
  readonly above: readonly string[];
  readonly asParticipant: boolean;
  readonly day: PlainDate;
  readonly decided: ReadonlyMap<string, string>;
  /** What was asked where it was answered that rows mean the projects of their names, not of their codes. */
  readonly byNames: readonly string[];
}

/**
 * How the rows of a return name projects, for matching them with the register. Only what is said of land clearance may be
 * said `asParticipant`.
 */
export function namingOf(
  { organizationId, scope, above, day, answers }: Omit<ReturnFacts, 'id' | 'senderRole' | 'reading'>,
  asParticipant: boolean,
): Naming {
  const byNames = answers.flatMap(({ code, value, asked }) =>
    code === 'RET-PROJECT-NAME' && value === 'names' && asked !== null ? [asked] : [],
  );
  return { organizationId, scope, above, day, asParticipant, decided: decidedProjects(answers), byNames };
}
