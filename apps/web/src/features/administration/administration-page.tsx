import { Suspense, useEffect, useRef } from 'react';
import { Link, useParams } from 'wouter';
import { useText } from '../../language';
import { Loading, NotFound } from '../../shared';
import { usePageTitle } from '../../shared/page-title';
import { messages } from './messages';
import { sectionNames } from './section-names';
import { SECTIONS } from './sections';
import '../../shared/tabs.css';
import './administration.css';

/** What the administrator keeps, one section at a time, each at an address of its own. */
export function AdministrationPage() {
  const t = useText(messages);
  const names = useText(sectionNames);
  const { section } = useParams<{ section?: string }>();
  const shown = section === undefined ? SECTIONS[0] : SECTIONS.find(({ path }) => path === section);
  usePageTitle(shown === undefined ? t.pageTitle : `${names[shown.name]} – ${t.pageTitle}`);
  const links = useRef<HTMLElement>(null);
  // On a phone the links are pushed sideways: the one of this section must be seen.
  useEffect(() => {
    links.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <main id="main">
      <h1 className="ad-head">{t.pageTitle}</h1>
      <nav ref={links} className="tabs ad-parts noprint" aria-label={t.parts}>
        <ul>
          {SECTIONS.map(({ path, name }) => (
            <li key={path}>
              <Link
                href={`/quan-tri/${path}`}
                {...(path === shown?.path ? { 'aria-current': 'page' as const } : {})}
              >
                {names[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {shown === undefined ? (
        <NotFound />
      ) : (
        <Suspense fallback={<Loading />}>
          <shown.shown />
        </Suspense>
      )}
    </main>
  );
}
