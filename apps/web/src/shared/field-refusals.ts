import { Problem } from '../api/problem';
import { useWording } from '../language';

interface FieldRefusals {
  /** What is wrong with the field of this name; undefined where nothing is said of it. */
  readonly of: (field: string) => string | undefined;
  /** The error where it is about none of these fields, to be said below them. */
  readonly elsewhere: (fields: readonly string[]) => Error | null;
}

/** Why what was sent was refused, field by field. */
export function useFieldRefusals(error: Error | null): FieldRefusals {
  const wording = useWording();
  const fields = error instanceof Problem ? error.fields : [];
  return {
    of: (name) => {
      const found = fields.find(({ field }) => field === name);
      return found && wording({ vi: found.message, en: found.messageEn });
    },
    elsewhere: (names) => (fields.some(({ field }) => names.includes(field)) ? null : error),
  };
}
