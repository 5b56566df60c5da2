import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { SignInLimit } from '@thongvon/organizations';
import type { ApiRequest } from '../http/api-request';

/** Turns away who has guessed too often, before anything that they send is read. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(private readonly limit: SignInLimit) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { ip = '' } = context.switchToHttp().getRequest<ApiRequest>();
    await this.limit.refuseAddress(ip);
    return true;
  }
}
