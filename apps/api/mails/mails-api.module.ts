import { Module } from '@nestjs/common';
import { MailsController } from './mails.controller';

@Module({ controllers: [MailsController] })
export class MailsApiModule {}
