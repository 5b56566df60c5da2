import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../domain/actor';

/** Someone who may sign in. */
@Entity({ schema: 'organizations', name: 'user_account' })
export class UserAccount {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Lower case. */
  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'uuid', name: 'organization_id' })
  organizationId: string;

  /** Argon2id, in the PHC form that names its own parameters. */
  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
