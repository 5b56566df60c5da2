import type { PlainDate } from '@thongvon/kernel';
import type { Return } from '../infrastructure/return.entity';
export function readingOptionsOf(_found: Return, today: PlainDate): { today: PlainDate } {
  return { today };
}
