import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class OrganisationQuery {
  @ApiProperty({ example: 'social-organisation', description: 'Kind of config/roles.yaml' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(32)
  kind!: string;

  @ApiPropertyOptional({ example: '513431', description: 'Only in exactly this division' })
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  division?: string;
}

export class DivisionQuery {
  @ApiPropertyOptional({ example: '513431', description: 'Directly below this division; without it the provinces' })
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  parent?: string;
}
