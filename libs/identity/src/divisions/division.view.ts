import { ApiProperty } from '@nestjs/swagger';
import { DIVISION_LEVELS, type DivisionLevel } from './division-level.js';

/** A division as the outside sees it. */
export class DivisionView {
  @ApiProperty({ example: '513431102', description: '2, 4, 6, 9 or 12 digits' })
  code!: string;

  @ApiProperty({ example: '竹核镇' })
  name!: string;

  @ApiProperty({ enum: DIVISION_LEVELS })
  level!: DivisionLevel;

  @ApiProperty({ type: String, nullable: true, example: '513431' })
  parentCode!: string | null;

  @ApiProperty({ description: 'A farm, reserve or the like among the townships' })
  isSpecial!: boolean;
}
