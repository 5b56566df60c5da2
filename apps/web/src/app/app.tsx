import { type QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { Role, UserView } from '@thongvon/api-contract';
import { rememberPerson } from '../api/last-person';
import { aboutQuery, sessionQuery, UserContext } from '../api/session';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { PreferencesProvider, useFormats, useText } from '../language';
import { Banner, ErrorState, Loading } from '../shared';
import { Announcements } from '../shared/form/form';
import { messages } from './messages';

/** Where a link to set a password leads: open to whoever has one, signed in or not. */
const PASSWORD_LINK = '/mat-khau';
const PasswordLinkPage = lazy(async () => ({
  default: (await import('../features/sign-in/password-link-page')).PasswordLinkPage,
}));

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <PreferencesProvider>
        <PageFault>
          {window.location.pathname === PASSWORD_LINK ? (
            <Suspense fallback={<AtDoor />}>
              <PasswordLinkPage />
            </Suspense>
          ) : (
            <Door />
          )}
        </PageFault>
        <Announcements />
      </PreferencesProvider>
    </QueryClientProvider>
  );
}

/**
 * Who isn't signed in sees the sign-in page at whatever address, and afterwards what the address names. Waits for the
 * banner as well: coming later it would push the page down.
 */
function Door() {
  const session = useQuery(sessionQuery);
  const about = useQuery(aboutQuery);
  if (session.error) return <AtDoor error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined || about.isPending) return <AtDoor />;
  if (session.data !== null) return <Pages user={session.data.user} />;
  return (
    <>
      <AboutBanner />
      <SignInPage />
    </>
  );
}

/** Drawn when all of its code is there: one waiting after another would each hold it up for a moment. */
function Pages({ user }: { readonly user: UserView }) {
  const { data } = useQuery(pagesQuery(user.role));
  useEffect(() => rememberPerson(user.email), [user.email]);
  if (data === undefined) return <AtDoor />;
  return (
    <UserContext value={user}>
      <AboutBanner />
      <data.SignedIn user={user} />
    </UserContext>
  );
}

function AtDoor(failed: { readonly error?: Error; readonly retry?: () => void }) {
  const { error, retry } = failed;
  return <main>{error ? <ErrorState error={error} {...(retry ? { retry } : {})} /> : <Loading />}</main>;
}

/** Says that the demo's data is illustrative, and which date a clock that was set elsewhere shows. */
function AboutBanner() {
  const t = useText(messages);
  const formats = useFormats();
  const { data } = useQuery(aboutQuery);
  if (!data || !(data.demo || data.clockSet)) return null;
  const today = formats.date(data.today);
  return <Banner printed>{data.demo ? t.demo(today) : t.clock(today)}</Banner>;
}

interface PageFaultState {
  readonly error: Error | null;
}

/** Catches what breaks while a page is drawn, such as a chunk that can't be loaded after an update of the server. */
class PageFault extends Component<{ readonly children: ReactNode }, PageFaultState> {
  override state: PageFaultState = { error: null };

  static getDerivedStateFromError(error: unknown): PageFaultState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main>
        <ErrorState error={error} retry={() => window.location.reload()} />
      </main>
    );
  }
}

/** What is for those who are signed in, and the page that the address names or that is the role's own. */
const pagesQuery = (role: Role) =>
  queryOptions({
    queryKey: ['pages', role],
    queryFn: async () => {
      const { SignedIn, loadPage } = await import('./signed-in');
      // A page that doesn't come says so when it is drawn.
      await loadPage(window.location.pathname, role).catch(() => undefined);
      return { SignedIn };
    },
    staleTime: Infinity,
    throwOnError: true,
  });

/**
 * Waits for what must be known before anything can be drawn: who is there, what runs here, and the code of their page.
 * On an old computer each drawing of less than that costs a moment. What fails is asked for again, and reported, by the app.
 */
export async function firstNeeds(client: QueryClient): Promise<void> {
  const [session] = await Promise.all([
    client.query(sessionQuery).catch(() => null),
    client.query(aboutQuery).catch(() => undefined),
  ]);
  if (session !== null) await client.query(pagesQuery(session.user.role)).catch(() => undefined);
}
