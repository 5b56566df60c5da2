import { Link } from 'wouter';
import type { StandingView } from '@thongvon/api-contract';

/** Two lines of the name at most, whole in its title and in print; below it code and owner. */
export function ProjectName({ row }: { readonly row: StandingView }) {
  const { id, code, name, owner } = row;
  return (
    <>
      <Link href={`/du-an/${id}`} className="ov-name" title={name}>
        {name}
      </Link>
      <span className="sub">
        {code !== null && <span className="n">{code}</span>}
        {code !== null && owner.name !== null && ' · '}
        {owner.name}
      </span>
    </>
  );
}
