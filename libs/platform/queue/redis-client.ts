import { createIORedisClient, RedisConnection } from 'bullmq';
import { Redis } from 'ioredis';

/**
 * ioredis (5.11), asked to disconnect while it waits to reconnect, stops its timer and then neither reconnects nor says
 * that it has ended; BullMQ, closing a worker while Redis is gone, would wait for that for ever.
 */
class EndableRedis extends Redis {
  override disconnect(reconnect = false): void {
    // A client that waits to be connected for the first time ends as it should.
    if (this.status === 'reconnecting' && !reconnect) this.status = 'wait';
    super.disconnect(reconnect);
  }
}

/** Has BullMQ make its Redis connections with it, in the whole process. */
export function useEndableRedis(): void {
  RedisConnection.clientFactory = (options) => {
    const { url, ...rest } = options as typeof options & { readonly url?: string };
    return createIORedisClient(url === undefined ? new EndableRedis(rest) : new EndableRedis(url, rest));
  };
}
