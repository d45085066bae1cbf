import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents a keyset page of that view. */
export function ApiPage(view: Type): MethodDecorator & ClassDecorator {
  const schema = {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: { $ref: getSchemaPath(view) } },
      next: { type: 'string', nullable: true },
    },
  };
  return applyDecorators(ApiExtraModels(view), ApiOkResponse({ schema }));
}
