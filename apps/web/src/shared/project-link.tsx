import { Link } from 'wouter';
import type { ProjectRefView } from '@thongvon/api-contract';

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
