import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { useUser } from '../../api/session';
import { useText } from '../../language';
import { NotFound, QueryStates } from '../../shared';
import { usePageTitle } from '../../shared/page-title';
import { GUIDES, OWN_GUIDE, type GuideName } from './guides';
import { GuideText } from './guide-text';
import { messages } from './messages';
import '../../shared/tabs.css';
import './guides.css';

const NAMES = Object.keys(GUIDES) as GuideName[];

/** The guide of each kind of user, one's own first: what docs/huong-dan holds, with its pictures. */
export function GuidesPage() {
  const t = useText(messages);
  const own = OWN_GUIDE[useUser().role];
  const { guide: asked = own } = useParams<{ guide?: string }>();
  const name = NAMES.find((known) => known === asked);
  usePageTitle(name === undefined ? t.pageTitle : `${t.pageTitle}: ${t[name]}`);
  return (
    <main id="main" className="gd">
      <nav className="tabs gd-all noprint" aria-label={t.guides}>
        <ul>
          {[own, ...NAMES.filter((other) => other !== own)].map((one) => (
            <li key={one}>
              <Link href={`/huong-dan/${one}`} {...(one === name ? { 'aria-current': 'page' as const } : {})}>
                {t[one]}
              </Link>
            </li>
          ))}
        </ul>
        {t.language !== '' && <p className="small muted">{t.language}</p>}
      </nav>
      {name === undefined ? <NotFound /> : <Guide name={name} />}
    </main>
  );
}

function Guide({ name }: { readonly name: GuideName }) {
  const guide = useQuery({
    queryKey: ['guides', name],
    queryFn: async () => (await GUIDES[name]()).guide,
    staleTime: Infinity,
  });
  return <QueryStates query={guide}>{(nodes) => <GuideText nodes={nodes} />}</QueryStates>;
}
