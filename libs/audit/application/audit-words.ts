import {
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditWordsView,
  type AuditWordView,
} from '@thongvon/api-contract';
import { wordsOf } from '../messages/audit-words';

/** The words by which the trail can be filtered, in both languages. */
export function auditWords(): AuditWordsView {
  const named = (key: Parameters<typeof wordsOf>[0]): AuditWordView => {
    const { vi, en } = wordsOf(key);
    return { key, label: vi, labelEn: en };
  };
  return { subjects: AUDIT_SUBJECTS.map(named), actions: AUDIT_ACTIONS.map(named) };
}
