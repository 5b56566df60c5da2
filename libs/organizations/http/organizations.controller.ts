import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  ChangeOrganizationRequest,
  ChangeUserRequest,
  CreateOrganizationRequest,
  CreateUserRequest,
  listOf,
  type ListOf,
  OrganizationListQuery,
  OrganizationView,
  PasswordLinkView,
  ROLES,
  SetPasswordRequest,
  UserListQuery,
  UserView,
} from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import { Allow, CurrentActor, Id, Statements } from '@thongvon/platform/http';
import { PasswordLinks, SetPassword } from '../application/change-password';
import {
  ChangeOrganization,
  CreateOrganization,
  FindOrganization,
  ListOrganizations,
} from '../application/keep-organizations';
import { ChangeUser, CreateUser, FindUser, ListUsers } from '../application/user-accounts';
import type { Actor } from '../domain/actor';

@ApiTags('organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly listOrganizations: ListOrganizations,
    private readonly findOrganization: FindOrganization,
    private readonly createOrganization: CreateOrganization,
    private readonly changeOrganization: ChangeOrganization,
  ) {}

  @ApiOperation({
    summary: 'The own organisation and all below it, by name; an administrator of the top office sees all',
  })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(OrganizationView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganizationListQuery,
  ): Promise<ListOf<OrganizationView>> {
    return this.listOrganizations.run(actor, query);
  }

  @ApiOperation({ summary: 'One of them' })
  @Get(':id')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: OrganizationView })
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<OrganizationView> {
    return this.findOrganization.run(actor, id);
  }

  @ApiOperation({ summary: 'Founds one' })
  @Post()
  @Allow('administrator')
  @ApiCreatedResponse({ type: OrganizationView })
  create(
    @CurrentActor() actor: Actor,
    @Body() request: CreateOrganizationRequest,
  ): Promise<OrganizationView> {
    return this.createOrganization.run(actor, request);
  }

  @ApiOperation({ summary: 'Changes what is given. To end one, give its last day' })
  @Patch(':id')
  @Allow('administrator')
  @ApiOkResponse({ type: OrganizationView })
  change(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: ChangeOrganizationRequest,
  ): Promise<OrganizationView> {
    return this.changeOrganization.run(actor, id, request);
  }
}

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly findUser: FindUser,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
  ) {}

  @ApiOperation({
    summary:
      'The accounts of the own office and those below, disabled ones too, by name; of all for the top office',
  })
  @Get()
  @Statements(1)
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(UserView) })
  list(@CurrentActor() actor: Actor, @Query() query: UserListQuery): Promise<ListOf<UserView>> {
    return this.listUsers.run(actor, query);
  }

  @ApiOperation({ summary: 'One account' })
  @Get(':id')
  @Statements(1)
  @Allow('administrator')
  @ApiOkResponse({ type: UserView })
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<UserView> {
    return this.findUser.seen(actor, id);
  }

  @ApiOperation({ summary: 'Makes an account' })
  @Post()
  @Allow('administrator')
  @ApiCreatedResponse({ type: UserView })
  create(@CurrentActor() actor: Actor, @Body() request: CreateUserRequest): Promise<UserView> {
    return this.createUser.run(actor, request);
  }

  @ApiOperation({ summary: 'Changes what is given' })
  @Patch(':id')
  @Allow('administrator')
  @ApiOkResponse({ type: UserView })
  change(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: ChangeUserRequest,
  ): Promise<UserView> {
    return this.changeUser.run(actor, id, request);
  }
}

/** The passwords of others: for administrators. */
@ApiTags('users')
@Controller('users/:id')
export class UserPasswordsController {
  constructor(
    private readonly setPassword: SetPassword,
    private readonly links: PasswordLinks,
  ) {}

  @ApiOperation({
    summary: 'Sets a new password and ends every session of the account',
    operationId: 'Users.newPassword',
  })
  @Put('password')
  @HttpCode(204)
  @Allow('administrator')
  @ApiNoContentResponse()
  newPassword(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { password }: SetPasswordRequest,
  ): Promise<void> {
    return this.setPassword.run(actor, id, password);
  }

  // A PUT: what is answered to a repeatable POST is kept, and this holds a secret.
  @ApiOperation({
    summary: 'Makes the link by which the person sets a password; one made before is void',
    operationId: 'Users.passwordLink',
  })
  @Put('password-link')
  @Allow('administrator')
  @ApiOkResponse({ type: PasswordLinkView })
  async passwordLink(@CurrentActor() actor: Actor, @Id() id: string): Promise<PasswordLinkView> {
    const { token, expiresAt } = await this.links.issue(actor, id);
    return { token, expiresAt: formatInstant(expiresAt) };
  }
}
