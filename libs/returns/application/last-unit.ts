import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AmountUnit, ReturnKind } from '@thongvon/kernel';
import { lastReading } from '../persistence/readings';

/** The unit in which an office reports. */
@Injectable()
export class LastUnit {
  constructor(private readonly dataSource: DataSource) {}

  /** That of its newest approved return of a kind; null: it has none, or its table didn't say. */
  async of(organizationId: string, kind: ReturnKind): Promise<AmountUnit | null> {
    const reading = await lastReading(this.dataSource.manager, organizationId, kind);
    return reading?.sheets.find(({ role, unit }) => role === kind && unit !== null)?.unit ?? null;
  }
}
