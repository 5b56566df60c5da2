import { ChoiceField, DateField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditAction, type AuditSubjectKind } from './audit-words';

/** `q` searches the names of people and their organisations. */
export class AuditListQuery extends ListQuery {
  @IdField({ description: 'Only actions of this account', optional: true })
  actorId?: string;

  @ChoiceField({ description: 'Only this kind of action', optional: true, of: AUDIT_ACTIONS })
  action?: AuditAction;

  @ChoiceField({ description: 'Only actions to this kind of thing', optional: true, of: AUDIT_SUBJECTS })
  subjectKind?: AuditSubjectKind;

  @TextField({ description: 'Only actions to this one thing of that kind', optional: true, max: 100 })
  subjectId?: string;

  @DateField({ description: 'Only from this day on (real clock, Vietnam)', optional: true })
  from?: string;

  @DateField({ description: 'Only to the end of this day', optional: true })
  to?: string;
}
