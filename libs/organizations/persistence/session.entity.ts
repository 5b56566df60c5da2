import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The token itself is only in its cookie. */
@Entity({ schema: 'organizations', name: 'session' })
export class Session {
  @PrimaryColumn({ type: 'text', name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'text', name: 'csrf_token' })
  csrfToken: string;

  @Column({ type: 'uuid', name: 'user_id' })
  userId: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** On the real clock. */
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
