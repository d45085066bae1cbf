import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = {
  identity_credential: `
    user_id BIGINT NOT NULL PRIMARY KEY,
    changed_at DATETIME(3) NULL,
    must_change TINYINT(1) NOT NULL DEFAULT 0`,
  identity_password_history: `
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    password_hash VARCHAR(160) ${CODE} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY ix_identity_password_history__user_id (user_id)`,
  identity_reset_code: `
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    code_hash CHAR(64) ${CODE} NOT NULL,
    issued_by BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    KEY ix_identity_reset_code__user_id (user_id)`,
  identity_second_factor: `
    user_id BIGINT NOT NULL PRIMARY KEY,
    sealed_secret VARCHAR(512) ${CODE} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    confirmed_at DATETIME(3) NULL,
    last_step BIGINT NULL`,
  identity_recovery_code: `
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    code_hash CHAR(64) ${CODE} NOT NULL,
    used_at DATETIME(3) NULL,
    KEY ix_identity_recovery_code__user_id (user_id)`,
  identity_sign_in_ticket: `
    ticket_hash CHAR(64) ${CODE} NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at DATETIME(3) NULL,
    KEY ix_identity_sign_in_ticket__expires_at (expires_at)`,
  identity_log_seal: `
    log VARCHAR(32) ${CODE} NOT NULL,
    number INT NOT NULL,
    last_seq BIGINT NOT NULL,
    row_count INT NOT NULL,
    previous_hash CHAR(64) ${CODE} NOT NULL,
    hash CHAR(64) ${CODE} NOT NULL,
    sealed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (log, number)`,
} as const;

export class CreateCredentials1767226200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      await runner.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB`);
    }
    // A number that follows the order of insertion: ids come in blocks, and clocks of several machines differ.
    await runner.query(
      `ALTER TABLE identity_login_log ADD COLUMN seq BIGINT NOT NULL AUTO_INCREMENT,
         ADD UNIQUE KEY uq_identity_login_log__seq (seq)`,
    );
    await runner.query('ALTER TABLE identity_session ADD KEY ix_identity_session__revoked_at (revoked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity_session DROP KEY ix_identity_session__revoked_at');
    await runner.query('ALTER TABLE identity_login_log DROP COLUMN seq');
    for (const table of Object.keys(TABLES).toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}
