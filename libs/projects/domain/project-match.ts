import { addTo, matchKey, mayNameOffice, officeKey, projectCode } from '@thongvon/kernel';

/** A project as a return names it. */
export interface NamedProject {
  readonly code: string | null;
  readonly name: string;
}

/** A project of the register, with what matching looks at. */
export interface KnownProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly nameKey: string;
  /** On the day asked about: its owner, or who registered it while the owner is unknown. */
  readonly heldBy: string;
  /** On that day: the offices that may report its land clearance, though it isn't theirs. */
  readonly participants: readonly string[];
  /** Nobody's yet, and with an office above the sender: the sender may say that it is theirs, by its code. */
  readonly unclaimed: boolean;
}

/** Whose rows are matched. */
export interface Sender {
  readonly organizationId: string;
  /** The sender's organisation and all below it: what they hold is theirs to report. */
  readonly scope: readonly string[];
  /** An office stands above the sender, and a plan that could have named its projects is known. */
  readonly hasPlanAbove: boolean;
  /** Matches a table of land clearance: projects in which one of them takes part are theirs to report as well. */
  readonly asParticipant: boolean;
}

/** What a person answered instead of one of the register's projects: the row is a project that isn't in it yet. */
export const NEW_PROJECT = 'new';

export type ProjectMatch =
  | { readonly type: 'known'; readonly project: KnownProject }
  /** Nothing of the register is meant: it is registered when the return is approved. */
  | { readonly type: 'new' }
  /** Something near is in the register; a person decides. */
  | { readonly type: 'doubtful'; readonly proposals: readonly KnownProject[] }
  /** Another's project: nothing of it may be reported to the sender, not even which it is (contract, section 3, "Whose"). */
  | { readonly type: 'foreign' };

/** Whether a row stands under the project's own code. */
export const isUnderCode = ({ code }: NamedProject, project: KnownProject): boolean =>
  code !== null && project.code !== null && projectCode(code) === projectCode(project.code);

/** What makes a decision about a row name the project of a code, not one by its id. */
const CODE_OF = 'code:';
/** The decision that a row means the project of a code. */
export const decisionOfCode = (code: string): string => `${CODE_OF}${code}`;
/** The code that a decision names; undefined: it names an id, or a new project. */
export const codeDecided = (decision: string): string | undefined =>
  decision.startsWith(CODE_OF) ? decision.slice(CODE_OF.length) : undefined;

/**
 * Finds the project that a row means: as a person answered, by code, then by name among what the sender may report. A
 * known name under another code is never assumed: it is proposed. What isn't the sender's is `foreign` in every way of
 * naming it.
 */
export class ProjectMatcher {
  private readonly byId = new Map<string, KnownProject>();
  /** Several of one code: registered before codes had one form (ADR 0162). */
  private readonly byCode = new Map<string, KnownProject[]>();
  private readonly byName = new Map<string, KnownProject[]>();
  private readonly scope: ReadonlySet<string>;
  /** What rows mean by themselves: each is asked several times, of thousands. */
  private readonly plain = new WeakMap<NamedProject, ProjectMatch>();

  /** `decided`: by `matchKey` of a row's code or name, the id that a person chose, or NEW_PROJECT. */
  constructor(
    known: readonly KnownProject[],
    private readonly sender: Sender,
    private readonly decided: ReadonlyMap<string, string> = new Map(),
  ) {
    this.scope = new Set(sender.scope);
    for (const project of known) {
      this.byId.set(project.id, project);
      if (project.code !== null) {
        addTo(this.byCode, projectCode(project.code), project);
      }
      addTo(this.byName, project.nameKey, project);
    }
  }

  /** What the row means, as a person answered where one did. A row with another's code is foreign whatever was answered. */
  match(row: NamedProject): ProjectMatch {
    const plain = this.undecided(row);
    if (this.decided.size === 0) return plain;
    const answer = this.decided.get(matchKey(row.code ?? row.name));
    if (answer === undefined || this.isCoded(row, plain)) return plain;
    if (answer !== NEW_PROJECT) {
      const code = codeDecided(answer);
      return code === undefined ? this.certainly(this.byId.get(answer)) : this.coded(code);
    }
    if (plain.type === 'known' && isUnderCode(row, plain.project)) return plain;
    return this.named(row, ({ heldBy }) => heldBy === this.sender.organizationId).certain ?? { type: 'new' };
  }

  /** Whether a person has said which project the row means. */
  isAnswered({ code, name }: NamedProject): boolean {
    return this.decided.size > 0 && this.decided.has(matchKey(code ?? name));
  }

  /**
   * Whether a row that is `new` makes the sender the holder of a code that no plan has named: whoever reports it first would
   * else keep its real owner out. What no office stands above registers for the offices below; before any plan is there,
   * every code is unknown, and the question would be asked of all and say nothing: the approver sees them then (ADR 0155).
   */
  claimsCode({ code }: NamedProject): boolean {
    return code !== null && this.sender.hasPlanAbove;
  }

  /** What the row means by its code and name alone. */
  undecided(row: NamedProject): ProjectMatch {
    const known = this.plain.get(row) ?? this.meantBy(row);
    this.plain.set(row, known);
    return known;
  }

  private meantBy(row: NamedProject): ProjectMatch {
    if (row.code !== null && this.hasCode(row.code)) return this.coded(row.code);
    const { certain, proposals, all } = this.named(
      row,
      (project) => this.holds(project) || this.takesPart(project),
    );
    if (certain) return certain;
    if (proposals.length > 0) return { type: 'doubtful', proposals };
    const claimable = all.filter((project) => project.unclaimed && project.code !== null);
    if (claimable.length > 0) return { type: 'doubtful', proposals: claimable };
    // A name without a code that is another's project with a code means that one. Several offices may well have a
    // project of the same name as long as none has a code.
    return row.code === null && all.some((project) => project.code !== null)
      ? { type: 'foreign' }
      : { type: 'new' };
  }

  private isCoded({ code }: NamedProject, { type }: ProjectMatch): boolean {
    return type === 'foreign' && code !== null && this.hasCode(code);
  }

  private hasCode(code: string): boolean {
    return this.byCode.has(projectCode(code));
  }

  /** The project of a code; where the register has several, whichever the sender may report, else a person says which. */
  private coded(code: string): ProjectMatch {
    const proposals = (this.byCode.get(projectCode(code)) ?? []).filter((project) => this.mayReport(project));
    return proposals.length > 1 ? { type: 'doubtful', proposals } : this.certainly(proposals[0]);
  }

  /** What the sender may report that has this very name. */
  namesakes(name: string): readonly KnownProject[] {
    return (this.byName.get(matchKey(name)) ?? []).filter((project) => this.mayReport(project));
  }

  private named({ code, name }: NamedProject, mayMean: (project: KnownProject) => boolean) {
    const all = this.byName.get(matchKey(name)) ?? [];
    const proposals = all.filter(mayMean);
    const [project, ...others] = proposals.filter((other) => code === null || other.code === null);
    const certain = project && others.length === 0 ? ({ type: 'known', project } as const) : undefined;
    return { all, proposals, certain };
  }

  /** Whether what the sender says of the project itself counts: not where it only takes part in its clearance. */
  mayTeach(project: KnownProject): boolean {
    return this.holds(project) || project.unclaimed;
  }

  private holds({ heldBy }: KnownProject): boolean {
    return this.scope.has(heldBy);
  }

  private takesPart({ participants }: KnownProject): boolean {
    return this.sender.asParticipant && participants.some((id) => this.scope.has(id));
  }

  private certainly(project: KnownProject | undefined): ProjectMatch {
    return project && this.mayReport(project) ? { type: 'known', project } : { type: 'foreign' };
  }

  private mayReport(project: KnownProject): boolean {
    return this.mayTeach(project) || this.takesPart(project);
  }
}

/**
 * Whether one of these offices may be the owner that a plan names in words that are no office's name: who reports such a
 * project becomes its owner, so nobody may of whom the words can't speak (contract, section 3, "Whose"; ADR 0181).
 * `words` null: the plan names none.
 */
export function mayBeOwner(words: string | null, offices: readonly string[]): boolean {
  return words === null || offices.some((name) => mayNameOffice(officeKey(words), officeKey(name)));
}
