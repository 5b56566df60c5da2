import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ForgetRequest,
  listOf,
  type ListOf,
  RememberedListQuery,
  type RememberedTopic,
  RememberedView,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id } from '@thongvon/platform/http';
import { OfficeProfiles, type RememberedOfOffice } from '../application/office-profiles';
import type { Answer } from '../domain/answer';
import type { Remembered } from '../domain/office-profile';

/** What offices have answered about their tables once for all. */
@ApiTags('office-profiles')
@Controller('office-profiles')
export class OfficeProfilesController {
  constructor(private readonly profiles: OfficeProfiles) {}

  @ApiOperation({ summary: 'What is remembered, by office' })
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(RememberedView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RememberedListQuery,
  ): Promise<ListOf<RememberedView>> {
    const { items, names, ...page } = await this.profiles.list(actor, query);
    return { ...page, items: items.map((item) => rememberedView(item, names)) };
  }

  @ApiOperation({ summary: 'Forgets one thing of an office: its next return asks again' })
  @Post(':id/forgetting')
  @HttpCode(204)
  @Allow('administrator')
  @ApiNoContentResponse()
  forget(
    @CurrentActor() actor: Actor,
    @Id() organizationId: string,
    @Body() { id, reason }: ForgetRequest,
  ): Promise<void> {
    return this.profiles.forget(actor, organizationId, id, reason);
  }
}

const NOTHING = {
  sheet: null,
  cell: null,
  asked: null,
  value: null,
  projectName: null,
  columns: [],
  headerRows: [],
  unit: null,
} as const;

/** What is remembered as it is shown; `names` are those of the people, returns and projects behind it, by their ids. */
function rememberedView(
  { id, organization, remembered }: RememberedOfOffice,
  names: ReadonlyMap<string, string>,
): RememberedView {
  const { origin } = remembered;
  return {
    ...NOTHING,
    ...partsOf(remembered, names),
    id,
    organization,
    origin: origin && {
      by: names.get(origin.by ?? '') ?? null,
      at: origin.at,
      returnId: origin.returnId,
      fileName: names.get(origin.returnId) ?? '',
    },
  };
}

function partsOf(
  remembered: Remembered,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  switch (remembered.type) {
    case 'habit':
      return { topic: 'habit', value: remembered.habit };
    case 'answer':
      return ofAnswer(remembered.answer, names);
    case 'table': {
      const { sheet, headerRows, kind, columns, unit, captions = [] } = remembered.mapping;
      const captionOf = (column: string): string | null =>
        captions.find((caption) => caption.startsWith(`${column}: `))?.slice(column.length + 2) ?? null;
      return {
        topic: 'table',
        value: kind,
        sheet,
        headerRows,
        unit: unit ?? null,
        columns: columns.map(({ column, meaning }) => ({ column, meaning, caption: captionOf(column) })),
      };
    }
  }
}

/** Only what is lasting is remembered, and each of these is a topic of its own. */
function ofAnswer(
  { asks, sheet, cell, asked, value, captions = {} }: Answer,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  const about = { topic: asks as RememberedTopic, sheet, cell, asked };
  if (asks === 'project')
    return { ...about, value: value === 'new' ? value : null, projectName: names.get(value ?? '') ?? null };
  if (asks !== 'column' && !(value ?? '').includes('=')) return { ...about, value };
  const columns = [...(value ?? '').matchAll(/([A-Z]+)=([^,]+)/g)].map(([, column = '', meaning = '']) => ({
    column,
    meaning,
    caption: captions[column] ?? null,
  }));
  return { ...about, columns };
}
