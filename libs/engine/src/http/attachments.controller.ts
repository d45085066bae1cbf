import { Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { MultipartFile } from '@fastify/multipart';
import { ByRecord, type Caller, CurrentCaller, SignedIn } from '#libs/identity';
import { HttpConfig, RecordIdPipe } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { AttachmentService, type AttachmentView } from '../attachments/attachment.service.js';
import { FileMissingError } from '../attachments/file-missing.error.js';
import { AttachmentAnswer } from './case.answer.js';

type UploadRequest = FastifyRequest & {
  file(options: object): Promise<MultipartFile | undefined>;
  isMultipart(): boolean;
};

const UPLOAD_BODY = { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } } as const;

/** 附件上传与下载. */
@ApiTags('attachments')
@ApiBearerAuth()
@Controller()
@ByRecord()
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly http: HttpConfig,
  ) {}

  /** For a form that is not yet part of a case, or of a case that the sender cannot see. */
  @Post('attachments')
  @SignedIn()
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiCreatedResponse({ type: AttachmentAnswer })
  async upload(@CurrentCaller() caller: Caller, @Req() request: UploadRequest): Promise<AttachmentView> {
    return this.attachments.upload(caller, { rootId: null, ...(await this.fileOf(request)) });
  }

  @Post('cases/:id/attachments')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiCreatedResponse({ type: AttachmentAnswer })
  async uploadToCase(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) id: number,
    @Req() request: UploadRequest,
  ): Promise<AttachmentView> {
    return this.attachments.upload(caller, { rootId: id, ...(await this.fileOf(request)) });
  }

  @Get('cases/:id/attachments')
  @ApiOkResponse({ type: [AttachmentAnswer] })
  list(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<AttachmentView[]> {
    return this.attachments.ofCase(caller, id);
  }

  @Get('attachments/:id')
  async download(@CurrentCaller() caller: Caller, @Param('id', RecordIdPipe) id: number): Promise<StreamableFile> {
    const { view, stream } = await this.attachments.open(caller, id);
    return new StreamableFile(stream, {
      type: view.mediaType,
      length: view.size,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(view.name)}`,
    });
  }

  private async fileOf(request: UploadRequest): Promise<{ name: string; content: Buffer }> {
    if (!request.isMultipart()) throw new FileMissingError();
    // One byte more than allowed is read: the file store sees that it is too much, and says so with the limit.
    const limits = { fileSize: this.http.uploadLimitBytes + 1, files: 1 };
    const file = await request.file({ limits, throwFileSizeLimit: false });
    if (!file) throw new FileMissingError();
    return { name: file.filename, content: await file.toBuffer() };
  }
}
