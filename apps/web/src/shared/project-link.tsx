import { Link } from 'wouter';
import type { ProjectRefView } from '@thongvon/contracts';

/** A project's name, which leads to its page, with its code below. */
export function ProjectLink({ project }: { readonly project: ProjectRefView }) {
  const { id, code, name } = project;
  return (
    <>
      <Link href={`/du-an/${id}`} className="project-link">
        {name}
      </Link>
      {code !== null && <span className="sub n">{code}</span>}
    </>
  );
}
