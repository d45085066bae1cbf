import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { OpenedAccountView } from '../administration/user.view.js';
import { deedOf } from '../operation-log/deed.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { AccountDocumentStore } from './account-document.store.js';
import { RefusalDto, ReviewQuery } from './account-request.dto.js';
import { AccountRequestReader } from './account-request.reader.js';
import { AccountRequestReviewer } from './account-request.reviewer.js';
import { ReviewView } from './account-request.view.js';

/** 开户审核: for whoever config/roles.yaml names, each in the own county. */
@ApiTags('account-requests')
@ApiBearerAuth()
@Requires('account-requests.review')
@Controller('account-reviews')
export class AccountReviewsController {
  constructor(
    private readonly reader: AccountRequestReader,
    private readonly reviewer: AccountRequestReviewer,
    private readonly documents: AccountDocumentStore,
  ) {}

  @Get()
  @ApiOperation({ summary: '开户申请列表', description: 'Requests of the own county, the oldest first' })
  @ApiPage(ReviewView)
  list(@CurrentCaller() caller: Caller, @Query() query: ReviewQuery): Promise<Page<ReviewView>> {
    return this.reader.page(caller, query);
  }

  @Get(':id/documents/:documentId')
  @ApiOperation({ summary: '下载开户材料', description: 'A scan of a request' })
  async document(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Param('documentId', RecordIdPipe) documentId: number,
  ): Promise<StreamableFile> {
    this.reviewer.assertReviews(caller, await this.reader.find(id));
    const { document, stream } = await this.documents.open(id, documentId);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`;
    return new StreamableFile(stream, { type: document.mediaType, length: document.size, disposition });
  }

  @Post(':id/approval')
  @ApiOperation({
    summary: '同意开户',
    description:
      'Opens the organisation and its first user; the one-time code is shown once, the reviewer hands it over',
  })
  @ApiCreatedResponse({ type: OpenedAccountView })
  async approve(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<OpenedAccountView> {
    const { userId, login, code, expiresAt } = await this.reviewer.approve(deedOf(caller, request), id);
    return { userId, login, code, expiresAt: expiresAt.toISOString() };
  }

  @Post(':id/refusal')
  @HttpCode(204)
  @ApiOperation({
    summary: '不同意开户',
    description: 'The applicant reads the reason by the receipt, and may ask again',
  })
  @ApiNoContentResponse()
  async refuse(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Body() { reason }: RefusalDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.reviewer.refuse(deedOf(caller, request), id, reason);
  }
}
