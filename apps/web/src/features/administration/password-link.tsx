import { useState } from 'react';
import type { PasswordLinkView, UserView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Refusal } from '../../shared';
import { accountMessages } from './account-messages';
import { Field } from './fields';
import { useChange } from './use-change';

/** Makes the link by which a person sets the password, and shows it once. */
export function PasswordLink({ user }: { readonly user: UserView }) {
  const t = useText(accountMessages);
  const [link, setLink] = useState<PasswordLinkView>();
  const issue = useChange<undefined, PasswordLinkView>('PUT', `/api/users/${user.id}/password-link`, {
    stale: [],
    onDone: setLink,
  });
  return (
    <div className="ad-part">
      <h3>{t.passwordHead}</h3>
      <p className="muted">{t.linkWhat}</p>
      <button
        type="button"
        className="btn"
        disabled={issue.isPending}
        onClick={() => issue.mutate(undefined)}
      >
        {t.makeLink}
      </button>
      <Refusal error={issue.error} />
      {link && <ShownLink link={link} />}
    </div>
  );
}

/** The link to hand over; it can't be shown again. */
export function ShownLink({ link: { token, expiresAt } }: { readonly link: PasswordLinkView }) {
  const t = useText(accountMessages);
  const formats = useFormats();
  const [copied, setCopied] = useState(false);
  // Behind "#" it reaches no server's or proxy's log.
  const address = `${window.location.origin}/mat-khau#${token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <Field
        label={t.link}
        hint={t.linkUntil(formats.instant(expiresAt))}
        readOnly
        value={address}
        onChange={() => undefined}
        onFocus={({ target }) => target.select()}
      />
      {/* Browsers give scripts no clipboard where the office runs it without https. */}
      {window.isSecureContext && (
        <button type="button" className="btn" onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </button>
      )}
    </>
  );
}
