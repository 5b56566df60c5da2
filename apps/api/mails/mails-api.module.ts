import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { MailsController } from './mails.controller';

@Module({ imports: [OrganizationsModule], controllers: [MailsController] })
export class MailsApiModule {}
