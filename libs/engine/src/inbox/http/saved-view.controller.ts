import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import type { SavedView } from '../saved-view.js';
import { SavedViewService } from '../saved-view.service.js';
import { SavedViewAnswer, SavedViewDto } from './saved-view.dto.js';

/** 保存的视图: each person has its own. */
@ApiTags('inbox')
@ApiBearerAuth()
@Controller('inbox-views')
@SignedIn()
export class SavedViewController {
  constructor(private readonly views: SavedViewService) {}

  @Get()
  @ApiOkResponse({ type: [SavedViewAnswer] })
  list(@CurrentCaller() caller: Caller): Promise<SavedView[]> {
    return this.views.list(caller);
  }

  @Post()
  @ApiCreatedResponse({ type: SavedViewAnswer })
  save(@CurrentCaller() caller: Caller, @Body() draft: SavedViewDto): Promise<SavedView> {
    return this.views.save(caller, draft);
  }

  @Put(':id')
  @ApiOkResponse({ type: SavedViewAnswer })
  change(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() draft: SavedViewDto,
  ): Promise<SavedView> {
    return this.views.change(caller, id, draft);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<void> {
    return this.views.remove(caller, id);
  }
}
