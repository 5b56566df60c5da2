import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { UserView } from '@thongvon/api-contract';
import { useText } from '../language';
import { Loading, NoPermission, NotFound } from '../shared';
import { Masthead } from './masthead';
import { messages } from './messages';
import { homeOf, ROUTES } from './routes';

export { loadPage } from './routes';

/** The masthead and the page that the address names. */
export function SignedIn({ user }: { readonly user: UserView }) {
  const t = useText(messages);
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Masthead user={user} routes={ROUTES} />
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
