import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, MaxLength, Min, MinLength } from 'class-validator';

/** Body of 驳回. */
export class RejectDto {
  @ApiProperty({ description: 'Version of the task that the caller saw' })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiProperty({ description: 'A place of `operations.reject` of the task' })
  @IsString()
  @MaxLength(200)
  to!: string;

  @ApiProperty({ description: '驳回原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}

/** Body of 拿回. */
export class TakeBackDto {
  @ApiProperty({ description: '拿回原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  comment!: string;
}

/** Query of the preview of 退回. */
export class PreviewQuery {
  @ApiProperty({ description: 'State of an earlier step, of `operations.return` of the task' })
  @IsString()
  @MaxLength(200)
  to!: string;
}
