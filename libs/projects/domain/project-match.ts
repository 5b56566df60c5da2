import { matchKey } from '@thongvon/kernel';

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
  /** Owner, or who registered it while the owner is unknown. */
  readonly heldBy: string;
}

export type ProjectMatch =
  | { readonly type: 'known'; readonly project: KnownProject }
  /** Nothing of the register is meant: it is registered when the return is approved. */
  | { readonly type: 'new' }
  /** Something near is in the register; a person decides. */
  | { readonly type: 'doubtful'; readonly proposals: readonly KnownProject[] };

/**
 * Finds the project that a row means: by code, then by name among what the sender's organisations hold. A known name
 * under another code, or one that only others hold, is never assumed: it is proposed.
 */
export class ProjectMatcher {
  private readonly byCode = new Map<string, KnownProject>();
  private readonly byName = new Map<string, KnownProject[]>();

  constructor(
    known: readonly KnownProject[],
    private readonly scope: ReadonlySet<string>,
  ) {
    for (const project of known) {
      if (project.code !== null) this.byCode.set(project.code, project);
      const named = this.byName.get(project.nameKey);
      if (named) named.push(project);
      else this.byName.set(project.nameKey, [project]);
    }
  }

  match({ code, name }: NamedProject): ProjectMatch {
    const coded = code === null ? undefined : this.byCode.get(code);
    if (coded) return { type: 'known', project: coded };
    const named = this.byName.get(matchKey(name)) ?? [];
    const held = named.filter((project) => this.scope.has(project.heldBy));
    const certain = held.filter((project) => code === null || project.code === null);
    if (certain.length === 1 && certain[0]) return { type: 'known', project: certain[0] };
    // Whose table lists a name without a code, and nobody here holds it: theirs is another project of that name,
    // unless it lies in the register with a code that the row may just be missing.
    const proposals = held.length > 0 ? held : named.filter((project) => project.code !== null);
    return proposals.length > 0 ? { type: 'doubtful', proposals } : { type: 'new' };
  }
}
