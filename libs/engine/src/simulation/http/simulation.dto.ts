import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { SourceDto } from '../../publishing/http/process.dto.js';

/** More would keep the caller, and the machine, busy for minutes; `sanshe processes simulate` takes any number. */
const MOST_CASES = 5_000;

/** Body of 仿真: the published version, or a source that is not published yet. */
export class SimulationDto extends PartialType(SourceDto) {
  @ApiPropertyOptional({ minimum: 1, maximum: MOST_CASES, default: 200 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_CASES)
  cases: number = 200;

  @ApiPropertyOptional({ minimum: 0, default: 1, description: 'The same seed gives the same report' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seed: number = 1;

  @ApiPropertyOptional({
    description: 'Division whose parameters and calendar count; the values of the definition when left out',
  })
  @IsOptional()
  @Matches(/^\d{2}(\d{2}(\d{2})?)?$/)
  division?: string;
}
