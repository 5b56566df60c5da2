import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cleanText, type Dong, matchKey, projectCode } from '@thongvon/kernel';
import { analyzeTables, Problem } from '@thongvon/platform';
import { kindReportedBy, learnKind, type ProjectKind } from '../domain/project-kind';
import type { NamedProject } from '../domain/project-match';
import { insertProjects, teachProjects } from '../persistence/register-rows';
import { MatchProjects, type Naming } from './match-projects';

/** What a return tells of a project, besides its figures. */
export interface ProjectFacts extends NamedProject {
  /** The "Lĩnh vực" column. */
  readonly field: string | null;
  readonly ownerName: string | null;
  readonly ownerId: string | null;
  readonly totalInvestment: Dong | null;
}

/** The return that is being approved, and when. */
export interface Registration extends Naming {
  /** Null: no return. */
  readonly returnId: string | null;
  readonly at: Date;
}

/** What a row is in the register, as far as it is there. */
interface Identified {
  readonly id: string;
  /** What the return says of it may be learnt: not of one in whose clearance the sender only takes part. */
  readonly own: boolean;
}

/**
 * Gives each row its project, registering those that are new, and lets known ones learn their kind, owner and total
 * investment from what the return says. What a person has set is never changed. Runs in the approval's transaction.
 */
@Injectable()
export class RegisterProjects {
  constructor(private readonly matching: MatchProjects) {}

  /**
   * Ids in the order of `rows`. Rows that name the same project get the same id. Throws RET-PROJECT-NOT-YOURS for a row
   * whose project isn't the sender's: it may have become another's since the return was checked.
   */
  async register(
    manager: EntityManager,
    rows: readonly ProjectFacts[],
    registration: Registration,
  ): Promise<string[]> {
    const before = await this.identify(manager, rows, registration);
    const missing = rows.filter((_, index) => before[index] === undefined);
    await this.insert(manager, missing, registration);
    await analyzeTables(manager, missing.length, ['projects.project']);
    const found = missing.length === 0 ? before : await this.identify(manager, rows, registration);
    const complete = found.map((project, index) => {
      if (project === undefined) throw new Error(`project not registered: row ${index}`);
      return project;
    });
    await this.learn(manager, rows, complete);
    return complete.map(({ id }) => id);
  }

  private async identify(
    manager: EntityManager,
    rows: readonly ProjectFacts[],
    registration: Registration,
  ): Promise<(Identified | undefined)[]> {
    const matcher = await this.matching.matcherFor(rows, registration, manager);
    return rows.map((row) => {
      const match = matcher.match(row);
      if (match.type === 'foreign') throw notYours();
      return match.type === 'known'
        ? { id: match.project.id, own: matcher.mayTeach(match.project) }
        : undefined;
    });
  }

  private async insert(
    manager: EntityManager,
    rows: readonly ProjectFacts[],
    registration: Registration,
  ): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => ({
      code: row.code === null ? null : projectCode(row.code),
      name: cleanText(row.name),
      name_key: matchKey(row.name),
      kind: learnKind(row.field, row.name),
      owner_id: row.ownerId,
      owner_name: row.ownerName,
      commune: communeOfName(row.name),
      total_investment: row.totalInvestment?.toString() ?? null,
    }));
    await insertProjects(manager, values, registration);
  }

  private async learn(
    manager: EntityManager,
    rows: readonly ProjectFacts[],
    projects: readonly Identified[],
  ): Promise<void> {
    // A "Lĩnh vực" column says the same few things in thousands of rows.
    const kinds = new Map<string, ProjectKind>();
    const kindOf = (field: string, name: string): ProjectKind => {
      const kind = kinds.get(field) ?? kindReportedBy(field);
      if (kind) kinds.set(field, kind);
      return kind ?? learnKind(null, name);
    };
    const learnt = rows.flatMap((row, index) => {
      const { id, own = false } = projects[index] ?? {};
      const kind = row.field === null ? null : kindOf(row.field, row.name);
      const { ownerId: owner_id, ownerName: owner_name } = row;
      const code = row.code === null ? null : projectCode(row.code);
      const total_investment = row.totalInvestment?.toString() ?? null;
      return own ? [{ id, code, kind, owner_id, owner_name, total_investment }] : [];
    });
    await teachProjects(manager, learnt);
  }
}

function notYours(): Problem {
  return new Problem(
    409,
    'RET-PROJECT-NOT-YOURS',
    'Báo cáo có dự án không còn thuộc đơn vị gửi vào ngày số liệu; hãy kiểm tra lại báo cáo.',
    "The return names a project that isn't the sender's on the date of its figures; check the return again.",
  );
}

const COMMUNE = /(?:^|\s)([Xx]ã|[Pp]hường|[Tt]hị trấn)((?:\s\p{Lu}\p{Ll}*){1,4})/u;

/**
 * The commune that a project's name tells: "Khu dân cư trung tâm xã Bình Dương (Giai đoạn 2)" → "xã Bình Dương".
 * Null when it names none; a person can set it.
 */
export function communeOfName(name: string): string | null {
  const match = COMMUNE.exec(cleanText(name));
  return match?.[1] && match[2] ? `${match[1].toLowerCase()}${match[2]}` : null;
}
