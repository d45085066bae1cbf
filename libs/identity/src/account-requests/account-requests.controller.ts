import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HttpConfig, UPLOAD_BODY, type UploadRequest, uploadedFile } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { KindView } from '../administration/kind.view.js';
import { originOf } from '../session/origin.js';
import { Public } from '../session/public.decorator.js';
import { AccountDocumentStore } from './account-document.store.js';
import { AccountRequestDesk } from './account-request.desk.js';
import { AccountRequestDto } from './account-request.dto.js';
import { AccountRequestReader, documentView } from './account-request.reader.js';
import { AccountRequestRules } from './account-request.rules.js';
import { AccountRequestView, DocumentView, ReceiptView } from './account-request.view.js';
import { RequestLimiter } from './request.limiter.js';

/** 开户申请: for organisations that have no account yet; every door is limited by address. */
@ApiTags('account-requests')
@Public()
@Controller('account-requests')
export class AccountRequestsController {
  constructor(
    private readonly limiter: RequestLimiter,
    private readonly desk: AccountRequestDesk,
    private readonly documents: AccountDocumentStore,
    private readonly reader: AccountRequestReader,
    private readonly rules: AccountRequestRules,
    private readonly http: HttpConfig,
  ) {}

  @Post()
  @ApiOperation({
    summary: '申请开户',
    description: 'Answers a receipt, with which documents are added and the state is asked',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  async ask(@Body() dto: AccountRequestDto, @Req() request: FastifyRequest): Promise<ReceiptView> {
    await this.limiter.count('ask', request.ip);
    return { receipt: await this.desk.take(dto, originOf(request)) };
  }

  @Get('kinds')
  @ApiOperation({ summary: '可申请开户的单位类型', description: 'Kinds of organisation that may ask' })
  @ApiOkResponse({ type: [KindView] })
  kinds(): KindView[] {
    return this.rules.openKindViews();
  }

  @Get(':receipt')
  @ApiOperation({ summary: '查询开户进度', description: 'How a request stands' })
  @ApiOkResponse({ type: AccountRequestView })
  async status(@Param('receipt') receipt: string, @Req() request: FastifyRequest): Promise<AccountRequestView> {
    await this.limiter.count('look', request.ip);
    return this.reader.status(await this.desk.byReceipt(receipt));
  }

  @Post(':receipt/documents')
  @ApiOperation({
    summary: '上传开户材料',
    description: 'A scan for the review, while the request waits; at most five',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiCreatedResponse({ type: DocumentView })
  async addDocument(@Param('receipt') receipt: string, @Req() request: UploadRequest): Promise<DocumentView> {
    await this.limiter.count('ask', request.ip);
    const { id } = await this.desk.byReceipt(receipt);
    const file = await uploadedFile(request, this.http.uploadLimitBytes);
    return documentView(await this.documents.add(Number(id), file));
  }
}
