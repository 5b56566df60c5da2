import { Problem } from '../api/problem';
import { useWording } from '../language';
import './refusal.css';

/** Why what was sent was not accepted, next to where it was sent from; nothing without an error. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const wording = useWording();
  if (error === null) return null;
  return (
    <p className="refused" role="alert">
      {error instanceof Problem ? wording(error.wording) : error.message}
    </p>
  );
}
