import type { Actor } from '@thongvon/organizations';
import { Problem } from '@thongvon/platform';
import type { Return } from '../persistence/return.entity';

/** What the sender alone may do: 403 for people of other organisations, also of those above. */
export function assertOwn(actor: Actor, found: Return): Return {
  if (found.organizationId === actor.organizationId) return found;
  throw new Problem(
    403,
    'RETURN-NOT-YOURS',
    'Chỉ đơn vị gửi báo cáo mới làm được việc này.',
    'Only the office that sent the return can do this.',
  );
}
