import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = {
  identity_role_request: `
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    role VARCHAR(32) ${CODE} NOT NULL,
    requested_by BIGINT NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    status VARCHAR(16) ${CODE} NOT NULL,
    decided_by BIGINT NULL,
    decided_at DATETIME(3) NULL,
    reason VARCHAR(200) NULL,
    KEY ix_identity_role_request__status_id (status, id),
    KEY ix_identity_role_request__user_id (user_id)`,
  identity_account_request: `
    id BIGINT NOT NULL PRIMARY KEY,
    receipt CHAR(14) ${CODE} NOT NULL,
    credit_code CHAR(18) ${CODE} NOT NULL,
    open_credit_code CHAR(18) ${CODE} NULL,
    organisation_name VARCHAR(128) NOT NULL,
    kind VARCHAR(32) ${CODE} NOT NULL,
    division_code VARCHAR(12) ${CODE} NOT NULL,
    contact_name VARCHAR(64) NOT NULL,
    email VARCHAR(128) NULL,
    sealed_phone VARCHAR(255) ${CODE} NOT NULL,
    sealed_id_number VARCHAR(255) ${CODE} NOT NULL,
    status VARCHAR(16) ${CODE} NOT NULL,
    reason VARCHAR(500) NULL,
    reviewed_by BIGINT NULL,
    reviewed_at DATETIME(3) NULL,
    organisation_id BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    ip VARCHAR(45) ${CODE} NOT NULL,
    UNIQUE KEY uq_identity_account_request__receipt (receipt),
    UNIQUE KEY uq_identity_account_request__open_credit_code (open_credit_code),
    KEY ix_identity_account_request__status_division_code (status, division_code)`,
  identity_account_document: `
    id BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT NOT NULL,
    name VARCHAR(255) NOT NULL,
    sha256 CHAR(64) ${CODE} NOT NULL,
    size INT NOT NULL,
    media_type VARCHAR(128) ${CODE} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY ix_identity_account_document__request_id (request_id)`,
  identity_operation_log: `
    id BIGINT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL AUTO_INCREMENT,
    at DATETIME(3) NOT NULL,
    actor_user_id BIGINT NULL,
    actor_organisation_id BIGINT NULL,
    operation VARCHAR(32) ${CODE} NOT NULL,
    subject_kind VARCHAR(24) ${CODE} NOT NULL,
    subject_id BIGINT NULL,
    subject_name VARCHAR(255) NOT NULL,
    before_values TEXT NULL,
    after_values TEXT NULL,
    reason VARCHAR(500) NULL,
    ip VARCHAR(45) ${CODE} NOT NULL,
    UNIQUE KEY uq_identity_operation_log__seq (seq),
    KEY ix_identity_operation_log__at (at),
    KEY ix_identity_operation_log__actor_user_id_seq (actor_user_id, seq),
    KEY ix_identity_operation_log__subject_kind_subject_id_seq (subject_kind, subject_id, seq)`,
  identity_unmasking_log: `
    id BIGINT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL AUTO_INCREMENT,
    at DATETIME(3) NOT NULL,
    actor_user_id BIGINT NOT NULL,
    actor_organisation_id BIGINT NOT NULL,
    subject_kind VARCHAR(24) ${CODE} NOT NULL,
    subject_id BIGINT NOT NULL,
    subject_name VARCHAR(255) NOT NULL,
    field VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    ip VARCHAR(45) ${CODE} NOT NULL,
    UNIQUE KEY uq_identity_unmasking_log__seq (seq),
    KEY ix_identity_unmasking_log__at (at),
    KEY ix_identity_unmasking_log__actor_user_id_seq (actor_user_id, seq)`,
} as const;

/** Telephone and identity numbers stand sealed, with blind indexes for looking up; no clear column is left. */
const SEALED_USER = `ALTER TABLE identity_user DROP COLUMN phone,
  ADD COLUMN sealed_phone VARCHAR(255) ${CODE} NULL,
  ADD COLUMN phone_index CHAR(43) ${CODE} NULL,
  ADD COLUMN sealed_id_number VARCHAR(255) ${CODE} NULL,
  ADD COLUMN id_number_index CHAR(43) ${CODE} NULL,
  ADD KEY ix_identity_user__phone_index (phone_index),
  ADD KEY ix_identity_user__id_number_index (id_number_index)`;

const CLEAR_USER = `ALTER TABLE identity_user DROP KEY ix_identity_user__phone_index,
  DROP KEY ix_identity_user__id_number_index, DROP COLUMN sealed_phone, DROP COLUMN phone_index,
  DROP COLUMN sealed_id_number, DROP COLUMN id_number_index, ADD COLUMN phone VARCHAR(32) ${CODE} NULL`;

export class CreateAdministration1767226300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      await runner.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB`);
    }
    await runner.query(SEALED_USER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CLEAR_USER);
    for (const table of Object.keys(TABLES).toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}
