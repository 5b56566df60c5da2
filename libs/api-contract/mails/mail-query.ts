import { ChoiceField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { MAIL_STATES, type MailState } from './mail-state';

export class MailListQuery extends ListQuery {
  @ChoiceField({ description: 'Only mails in this state', optional: true, of: MAIL_STATES })
  state?: MailState;

  @TextField({ description: 'Only mails of this kind', optional: true, max: 100 })
  kind?: string;
}
