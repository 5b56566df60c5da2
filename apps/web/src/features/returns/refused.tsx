import { Problem } from '../../api/problem';
import { useWording } from '../../language';

/** Why a change was not made, in words; nothing without an error. */
export function Refused({ error }: { readonly error: Error | null }) {
  const wording = useWording();
  if (error === null) return null;
  return (
    <p className="rt-refused" role="alert">
      {error instanceof Problem ? wording(error.wording) : error.message}
    </p>
  );
}
