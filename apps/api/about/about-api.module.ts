import { Module } from '@nestjs/common';
import { AboutController } from './about.controller';
import { DescribeSystem } from './describe-system';

@Module({ controllers: [AboutController], providers: [DescribeSystem] })
export class AboutApiModule {}
