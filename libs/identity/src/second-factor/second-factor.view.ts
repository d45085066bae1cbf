import { ApiProperty } from '@nestjs/swagger';

export class SecondFactorView {
  @ApiProperty({ description: 'Logins ask for a code' })
  isOn!: boolean;

  @ApiProperty({ description: 'A role of the caller requires it' })
  isRequired!: boolean;

  @ApiProperty()
  recoveryCodesLeft!: number;
}

/** What a phone scans; in this answer and nowhere else. */
export class EnrolmentView {
  @ApiProperty({ description: 'Base 32, to be typed where nothing can be scanned' })
  secret!: string;

  @ApiProperty({ description: 'otpauth address: the content of the QR code' })
  uri!: string;
}

/** Shown once. */
export class RecoveryCodesView {
  @ApiProperty({ type: [String], example: ['7KQ4-M2PX'] })
  recoveryCodes!: readonly string[];
}
