import { Link } from 'wouter';
import type { CellView, ProjectRefView } from '@thongvon/api-contract';

interface ProjectLinkProps {
  readonly project: ProjectRefView;
  /** Where it leads to, if not to its page. */
  readonly href?: string;
}

/** A project's name, which leads to its page, with its code below. */
export function ProjectLink({ project: { id, code, name }, href = `/du-an/${id}` }: ProjectLinkProps) {
  return (
    <>
      <Link href={href} className="project-link">
        {name}
      </Link>
      {code !== null && <span className="sub n">{code}</span>}
    </>
  );
}

interface CellLinkProps {
  readonly returnId: string;
  /** Undefined where no single cell holds the number: then nothing is shown. */
  readonly cell: CellView | undefined;
}

/** "Giải ngân!I23", which leads to the return in which it stands. */
export function CellLink({ returnId, cell }: CellLinkProps) {
  if (cell === undefined) return null;
  return (
    <Link href={`/bao-cao/${returnId}`} className="cell">
      {cell.sheet}!{cell.cell}
    </Link>
  );
}

/** The part of the overview that lists projects: its id, and what comes behind `#` in an address. */
export const PROJECTS = 'du-an';

/** The part of a project's page on its contracts: its id, and what comes behind `#` in an address. */
export const CONTRACTS = 'hop-dong';

/** Where a project's advances and guarantees are seen and entered. */
export const contractsOf = (projectId: string): string => `/du-an/${projectId}#${CONTRACTS}`;
