import { ApiProperty } from '@nestjs/swagger';

export const DELEGATION_STATUSES = ['coming', 'in-force', 'over', 'revoked'] as const;
export type DelegationStatus = (typeof DELEGATION_STATUSES)[number];

/** A person of a delegation. */
export class DelegationPerson {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
}

/** A delegation as the client shows it. */
export class DelegationView {
  @ApiProperty() id!: number;
  @ApiProperty({ type: DelegationPerson }) principal!: DelegationPerson;
  @ApiProperty({ type: DelegationPerson }) delegate!: DelegationPerson;
  @ApiProperty({ format: 'date' }) firstDay!: string;
  @ApiProperty({ format: 'date' }) lastDay!: string;
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty({ type: [String] }) processes!: readonly string[];
  @ApiProperty({ type: [String] }) divisions!: readonly string[];
  @ApiProperty() documentNumber!: string;
  @ApiProperty({ enum: DELEGATION_STATUSES }) status!: DelegationStatus;
  @ApiProperty({ type: DelegationPerson }) createdBy!: DelegationPerson;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: DelegationPerson, nullable: true }) revokedBy!: DelegationPerson | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt!: Date | null;
}
