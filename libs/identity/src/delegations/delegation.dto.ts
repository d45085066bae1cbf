import { IsDay } from '#libs/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const EMPTY = 'Empty: without this limit';
const MOST = 50;

/** Body of 设置代理. */
export class DelegationDto {
  @ApiPropertyOptional({ description: 'Who is away; the caller when left out' })
  @IsOptional()
  @IsInt()
  @Min(1)
  principalId?: number;

  @ApiProperty({ description: 'Who acts' })
  @IsInt()
  @Min(1)
  delegateId!: number;

  @ApiProperty({ format: 'date', example: '2026-03-02' })
  @IsDay()
  firstDay!: string;

  @ApiProperty({ format: 'date', description: 'The delegation ends when this day ends, Asia/Shanghai' })
  @IsDay()
  lastDay!: string;

  @ApiProperty({ description: '文号' })
  @IsString()
  @MinLength(1)
  @MaxLength(64)
  documentNumber!: string;

  @ApiPropertyOptional({ type: [String], description: EMPTY })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  @MaxLength(32, { each: true })
  roles: string[] = [];

  @ApiPropertyOptional({
    type: [String],
    description: 'Ids of processes, or `family.*`; empty: all',
    example: ['procurement.*'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @Matches(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*(\.\*)?$/, { each: true })
  @MaxLength(64, { each: true })
  processes: string[] = [];

  @ApiPropertyOptional({ type: [String], description: 'Codes of divisions; what lies in them counts too; empty: all' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @Matches(/^\d{2,12}$/, { each: true })
  divisions: string[] = [];
}
