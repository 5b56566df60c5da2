import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { Guarantees } from './application/guarantees';

/** Guarantees of contractors' advances. Needs the PlatformModule. */
@Module({ imports: [ProjectsModule], providers: [Guarantees], exports: [Guarantees] })
export class GuaranteesModule {}
