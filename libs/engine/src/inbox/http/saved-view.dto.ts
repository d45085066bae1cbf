import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { type Box, BOXES } from '../box.js';
import type { SavedView, ViewDraft } from '../saved-view.js';
import { InboxFilterDto } from './inbox.query.js';

/** What narrows a box, without the page. */
export class ViewFilterDto extends OmitType(InboxFilterDto, ['limit', 'after']) {}

/** Body of a view that is saved. */
export class SavedViewDto implements ViewDraft {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @IsString()
  @Length(1, 40)
  name!: string;

  @ApiProperty({ enum: BOXES })
  @IsIn(BOXES)
  box!: Box;

  @ApiProperty({ type: ViewFilterDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ViewFilterDto)
  filter!: ViewFilterDto;
}

export class SavedViewAnswer extends SavedViewDto implements SavedView {
  @ApiProperty()
  id!: number;
}
