import type { ComponentType } from 'react';
import { useText } from '../../language';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page-title';
import { Accounts } from './accounts';
import { Mails } from './mails';
import { messages } from './messages';
import { Organizations } from './organizations';
import { Rules } from './rules';
import './administration.css';

const PARTS = {
  accounts: Accounts,
  organizations: Organizations,
  mails: Mails,
  rules: Rules,
} as const satisfies Record<string, ComponentType>;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** Accounts, organisations, mails, rules: what the administrator keeps. */
export function AdministrationPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const { value, set } = useAddressState();
  const part = NAMES.find((name) => name === value('muc')) ?? 'accounts';
  const Shown = PARTS[part];
  return (
    <main id="main">
      <h1 className="ad-head">{t.pageTitle}</h1>
      <div className="ad-parts noprint" role="group" aria-label={t.parts}>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === part}
            onClick={() => set({ muc: name === 'accounts' ? undefined : name, q: undefined })}
          >
            {t[name]}
          </button>
        ))}
      </div>
      <Shown />
    </main>
  );
}
