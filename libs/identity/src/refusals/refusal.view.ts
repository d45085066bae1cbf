import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '#libs/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';

/** A refused request as the auditor reads it. */
export class RefusalView {
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: Number, nullable: true }) userId!: number | null;
  @ApiProperty({ type: String, nullable: true }) userName!: string | null;
  @ApiProperty() method!: string;
  @ApiProperty() path!: string;
  @ApiProperty() status!: number;
  @ApiProperty() code!: string;
  @ApiProperty() detail!: string;
  @ApiProperty() ip!: string;
}

/** Whose refusals, which page. */
export class RefusalPageQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  userId?: number;
}
