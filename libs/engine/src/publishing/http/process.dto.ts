import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** Longer than any definition that a person can answer for. */
const SOURCE_LENGTH = 512 * 1024;
const NEWEST = 1_000_000;

const FORM_LENGTH = 128 * 1024;
const MOST_FORMS = 40;

/** A form that a definition brings along. */
export class FormDto {
  @ApiProperty({ example: 'designation', description: 'As `form:` names it' })
  @IsString()
  @MaxLength(80)
  @Matches(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  name!: string;

  @ApiProperty({ description: 'JSON Schema in YAML' })
  @IsString()
  @MinLength(1)
  @MaxLength(FORM_LENGTH)
  source!: string;
}

/** Body of a check. */
export class SourceDto {
  @ApiProperty({ description: 'The definition in YAML' })
  @IsString()
  @MinLength(1)
  @MaxLength(SOURCE_LENGTH)
  source!: string;

  @ApiPropertyOptional({
    type: [FormDto],
    description: 'Forms for this version alone; all others stand under workflows/forms',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_FORMS)
  @ArrayUnique(({ name }: FormDto) => name)
  @ValidateNested({ each: true })
  @Type(() => FormDto)
  forms?: FormDto[];
}

/** Body of 发布. */
export class PublishDto extends SourceDto {
  @ApiPropertyOptional({ description: '发布说明' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** Body of 停用. */
export class RetireDto {
  @ApiProperty({ description: '停用理由' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason!: string;

  @ApiPropertyOptional({ description: 'Although other processes need it' })
  @IsOptional()
  @IsBoolean()
  force?: boolean;
}

/** Path of a version. */
export class VersionPath {
  @ApiProperty()
  @IsString()
  @MaxLength(80)
  id!: string;

  @ApiProperty()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(NEWEST)
  version!: number;
}

/** Which version to compare with. */
export class DiffQuery {
  @ApiProperty({ description: 'The older version' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(NEWEST)
  from!: number;
}
