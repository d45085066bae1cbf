import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';

const OPENAPI = '3.1.0';
const DOCS = 'api/docs';

const settings = new DocumentBuilder()
  .setTitle('三社 Sanshe')
  .setDescription(
    '政府购买社会服务：流程引擎与业务接口。错误一律为 RFC 9457 problem details,`code` 稳定；列表按键集分页（`after` = 上一页的 `next`);金额单位为分。',
  )
  .setVersion('1')
  .setOpenAPIVersion(OPENAPI)
  .addBearerAuth()
  .build();

export function buildApiDocument(app: INestApplication): OpenAPIObject {
  return SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) =>
      `${lowerFirst(controller.replace(/Controller$/, ''))}${upperFirst(method)}`,
  });
}

/** Swagger UI at /api/docs, the document itself at /api/docs-json. Built when it is first asked for. */
export function serveApiDocument(app: INestApplication): void {
  SwaggerModule.setup(DOCS, app, () => buildApiDocument(app), {
    customSiteTitle: '三社 API',
    jsonDocumentUrl: `${DOCS}-json`,
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
