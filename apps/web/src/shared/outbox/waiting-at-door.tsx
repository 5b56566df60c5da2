import { useQuery } from '@tanstack/react-query';
import { type Messages, useText } from '../../language';
import { countWaiting } from './store';

/** Says on the sign-in page that this browser keeps something that was not sent; not whose, nor what. */
export function WaitingAtDoor() {
  const t = useText(messages);
  const { data = 0 } = useQuery({ queryKey: ['outbox'], queryFn: countWaiting, networkMode: 'always' });
  return (
    data > 0 && (
      <p className="hint" role="status">
        {t.waits}
      </p>
    )
  );
}

const messages = {
  waits: {
    vi: 'Máy này còn giữ ảnh, việc chưa gửi. Người đã ghi hãy đăng nhập để gửi.',
    en: 'This device keeps photos or entries that were not sent. Whoever wrote them signs in to send them.',
  },
} satisfies Messages;
