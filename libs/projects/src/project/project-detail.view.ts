import { ApiProperty } from '@nestjs/swagger';
import { ContractView } from '../contract/contract.view.js';
import { InstalmentView } from '../instalment/instalment.view.js';
import { MoneyView } from '../ledger/money.view.js';
import { ProjectItemView } from './project.view.js';

/** When the project entered a stage. */
export class StageEntryView {
  @ApiProperty()
  stage!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  enteredAt!: Date;
}

/** A project with its place, period, money, contract and the stages it has passed. */
export class ProjectDetailView extends ProjectItemView {
  @ApiProperty({ type: String, nullable: true })
  townshipCode!: string | null;

  @ApiProperty({ type: String, nullable: true })
  townshipName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  villageCode!: string | null;

  @ApiProperty({ type: String, nullable: true })
  villageName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  category!: string | null;

  @ApiProperty({ type: String, nullable: true })
  nature!: string | null;

  @ApiProperty({ type: String, nullable: true })
  level!: string | null;

  @ApiProperty({ type: String, nullable: true })
  mode!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  serviceFrom!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  serviceTo!: string | null;

  @ApiProperty({ type: MoneyView })
  money!: MoneyView;

  @ApiProperty({ type: ContractView, nullable: true })
  contract!: ContractView | null;

  @ApiProperty({ type: [InstalmentView] })
  instalments!: readonly InstalmentView[];

  @ApiProperty({ type: [StageEntryView] })
  stages!: readonly StageEntryView[];
}
