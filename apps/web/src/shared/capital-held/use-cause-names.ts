import { useQuery } from '@tanstack/react-query';
import { usePreferences, useText } from '../../language';
import { messages } from './messages';
import { causesQuery } from './queries';

/** Names of causes in the reader's language. */
export function useCauseNames(): (code: string | null) => string {
  const t = useText(messages);
  const { language } = usePreferences();
  const causes = useQuery(causesQuery).data ?? [];
  return (code) => {
    const cause = causes.find((one) => one.code === code);
    if (cause === undefined) return t.unclassified;
    return language === 'vi' ? cause.label : cause.labelEn;
  };
}
