import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UPLOAD_BODY, type UploadRequest, uploadedFile } from '#libs/platform';
import { deedOf } from '../operation-log/deed.js';
import type { Caller } from '../session/caller.js';
import { CurrentCaller } from '../session/current-caller.decorator.js';
import { Requires } from '../session/requires.decorator.js';
import { DirectoryImporter } from './directory.importer.js';
import { ImportQuery, ImportReportView, reportView } from './import.view.js';
import { TemplateMaker } from './template.maker.js';
import { MOST_BYTES } from './workbook.reader.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAME = encodeURIComponent('单位和用户导入模板.xlsx');

/** 批量导入. */
@ApiTags('imports')
@ApiBearerAuth()
@Requires('identity.manage')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly templates: TemplateMaker,
    private readonly importer: DirectoryImporter,
  ) {}

  @Get('template')
  @ApiOperation({ summary: '下载导入模板', description: 'A workbook with the sheets 单位, 用户 and 说明' })
  async template(): Promise<StreamableFile> {
    const disposition = `attachment; filename*=UTF-8''${NAME}`;
    return new StreamableFile(await this.templates.make(), { type: XLSX, disposition });
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: '导入单位和用户',
    description:
      'At most 5000 rows a sheet; answers row by row what is wrong. Roles wait for the security administrator.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  @ApiOkResponse({ type: ImportReportView })
  async run(
    @CurrentCaller() caller: Caller,
    @Query() { mode }: ImportQuery,
    @Req() request: UploadRequest,
  ): Promise<ImportReportView> {
    const { content } = await uploadedFile(request, MOST_BYTES);
    return reportView(await this.importer.run(deedOf(caller, request), content, mode));
  }
}
