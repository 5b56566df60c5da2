import { QueryClientProvider, useQuery, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { UserView } from '@thongvon/api-contract';
import { aboutQuery, sessionQuery, UserContext } from '../api/session';
import { PreferencesProvider } from '../language';
import { ErrorState, Loading } from '../shared';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { AboutBanner } from './about-banner';
import { pagesQuery } from './first-needs';
import { PageFault } from './page-fault';

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
