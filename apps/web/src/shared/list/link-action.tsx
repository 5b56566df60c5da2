import { Refusal } from '../page';

interface LinkActionProps {
  readonly label: string;
  /** Of what, read out: a list has the same words in each row. */
  readonly about: string;
  readonly change: { readonly isPending: boolean; readonly error: Error | null };
  readonly onAct: () => void;
}

/** What can be done to a row at once, as a link in it; what is refused is said there. */
export function LinkAction({ label, about, change, onAct }: LinkActionProps) {
  return (
    <>
      <button
        type="button"
        className="link noprint"
        disabled={change.isPending}
        aria-label={`${label}: ${about}`}
        onClick={onAct}
      >
        {label}
      </button>
      <Refusal error={change.error} />
    </>
  );
}
