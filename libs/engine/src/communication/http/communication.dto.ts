import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const MAX_RECIPIENTS = 50;
const MOMENT = { type: String, format: 'date-time' } as const;

/** Body of 催办. */
export class UrgeDto {
  @ApiPropertyOptional({ description: '催办说明' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  comment?: string;
}

/** People who are told. */
export class RecipientsDto {
  @ApiProperty({ type: [Number], maxItems: MAX_RECIPIENTS })
  @IsInt({ each: true })
  @Min(1, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_RECIPIENTS)
  @ArrayUnique()
  users!: number[];
}

/** Body of 抄送. */
export class CopyDto extends RecipientsDto {
  @ApiPropertyOptional({ description: '抄送说明' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  comment?: string;
}

/** Body of 沟通. */
export class MessageDto extends RecipientsDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  body!: string;

  @ApiPropertyOptional({ description: 'The task that it is about' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  task?: number;
}

export class MessageIdAnswer {
  @ApiProperty() id!: number;
}

export class SenderAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() organisation!: string;
}

export class ReaderAnswer {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ ...MOMENT, nullable: true }) readAt!: Date | null;
}

export class MessageAnswer {
  @ApiProperty() id!: number;
  @ApiProperty({ type: Number, nullable: true }) taskId!: number | null;
  @ApiProperty({ type: SenderAnswer }) sender!: SenderAnswer;
  @ApiProperty() body!: string;
  @ApiProperty(MOMENT) at!: Date;
  @ApiProperty({ type: [ReaderAnswer] }) readers!: ReaderAnswer[];
  @ApiProperty() unread!: boolean;
}

export class MessagePage {
  @ApiProperty({ type: [MessageAnswer] }) items!: MessageAnswer[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class ReadCountAnswer {
  @ApiProperty() read!: number;
}

export class CopyReadAnswer {
  @ApiProperty({ description: 'Number of the receipt' }) receipt!: string;
  @ApiProperty(MOMENT) readAt!: Date;
}
