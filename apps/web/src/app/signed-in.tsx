import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UserView } from '@thongvon/api-contract';
import { send } from '../api/client';
import { rememberPerson } from '../api/last-person';
import { myWorkQuery } from '../api/my-work';
import { SESSION_KEY } from '../api/session';
import { useFormats, useText } from '../language';
import { Loading, NoPermission, NotFound } from '../shared';
import { Brand, OtherLanguage } from './brand';
import './masthead.css';
import { messages } from './messages';
import { homeOf, ROUTES, type Section, sectionsOf } from './routes';

export { loadPage } from './routes';

/** What waits in this browser until it can be sent. */
const Waiting = lazy(async () => ({ default: (await import('../shared/outbox/waiting')).Waiting }));

/** The masthead and the page that the address names. */
export function SignedIn({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Masthead user={user} />
      <Suspense fallback={null}>
        <Waiting />
      </Suspense>
      <Suspense
        fallback={
          <main id="main">
            <Loading />
          </main>
        }
      >
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(user.role)} replace />
          </Route>
          {ROUTES.map(({ path, page: Page, roles }) => (
            <Route key={path} path={path}>
              {roles.includes(user.role) ? (
                <Page />
              ) : (
                <main id="main">
                  <NoPermission />
                </main>
              )}
            </Route>
          ))}
          <Route>
            <main id="main">
              <NotFound />
            </main>
          </Route>
        </Switch>
      </Suspense>
    </>
  );
}

/** Mark, the pages that this person may open, who is signed in where, language. */
function Masthead({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  const counts = useQuery(myWorkQuery).data?.counts;
  return (
    <header className="mast">
      <Link href="/" className="brand">
        <Brand />
      </Link>
      <nav aria-label={t.sections}>
        <ul>
          {sectionsOf(user.role).map((section) => (
            <li key={section.nav}>
              <NavLink section={section} count={section.count && counts?.[section.count]} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="who">
        <Link href="/tai-khoan" className="who-name" title={t.account}>
          {user.name}
        </Link>
        <span className="mast-office">{user.organizationName}</span>
        <span className="noprint">
          <span className="mast-account">
            <Link href="/tai-khoan" className="link">
              {t.accountShort}
            </Link>
            {' · '}
          </span>
          <span className="mast-guide">
            <Link href="/huong-dan" className="link">
              {t.guide}
            </Link>
            {' · '}
          </span>
          <OtherLanguage />
          {' · '}
          <SignOut />
        </span>
      </div>
    </header>
  );
}

interface NavLinkProps {
  readonly section: Section;
  /** What asks for somebody there; nothing where it isn't known. */
  readonly count: number | null | undefined;
}

/** Where the sections are wider than the phone, the one that is open is brought into view. */
function NavLink({ section: { path, part, nav, count: what }, count }: NavLinkProps) {
  const t = useText(messages);
  const formats = useFormats();
  const [onPage] = useRoute(`${path}/*?`);
  // A part of a page is led to, and left at the first move: the page's own name stays.
  const here = onPage && part === undefined;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (here) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <Link
      ref={link}
      href={part === undefined ? path : `${path}#${part}`}
      {...(here ? { 'aria-current': 'page' as const } : {})}
    >
      {t[nav] as string}
      {what !== undefined && typeof count === 'number' && count > 0 && (
        <>
          <span className="mast-count" aria-hidden="true" title={t[`count-${what}`](count)}>
            {count > MOST_SAID ? `${MOST_SAID}+` : formats.count(count)}
          </span>
          <span className="vh">, {t[`count-${what}`](count)}</span>
        </>
      )}
    </Link>
  );
}

/** More than this has no room above a name; its page says how many there are. */
const MOST_SAID = 999;

/** Forgets everything that was fetched: the next person at this computer must not see it. */
function SignOut() {
  const t = useText(messages);
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => send('DELETE', '/api/session'),
    onSuccess: () => {
      rememberPerson(undefined);
      client.setQueryData(SESSION_KEY, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
  return (
    <button type="button" className="link" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
      {t.signOut}
    </button>
  );
}
