import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = {
  identity_division: `
    code VARCHAR(12) ${CODE} NOT NULL PRIMARY KEY,
    name VARCHAR(64) NOT NULL,
    level VARCHAR(16) ${CODE} NOT NULL,
    parent_code VARCHAR(12) ${CODE} NULL,
    is_special TINYINT(1) NOT NULL DEFAULT 0,
    KEY ix_identity_division__parent_code (parent_code)`,
  identity_organisation: `
    id BIGINT NOT NULL PRIMARY KEY,
    credit_code CHAR(18) ${CODE} NOT NULL,
    name VARCHAR(128) NOT NULL,
    kind VARCHAR(32) ${CODE} NOT NULL,
    division_code VARCHAR(12) ${CODE} NOT NULL,
    status VARCHAR(16) ${CODE} NOT NULL,
    is_demo TINYINT(1) NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_identity_organisation__credit_code (credit_code),
    KEY ix_identity_organisation__kind_division_code (kind, division_code),
    KEY ix_identity_organisation__revision (revision)`,
  identity_user: `
    id BIGINT NOT NULL PRIMARY KEY,
    login VARCHAR(64) ${CODE} NOT NULL,
    name VARCHAR(64) NOT NULL,
    email VARCHAR(128) NULL,
    phone VARCHAR(32) ${CODE} NULL,
    organisation_id BIGINT NOT NULL,
    password_hash VARCHAR(160) ${CODE} NOT NULL,
    status VARCHAR(16) ${CODE} NOT NULL,
    is_demo TINYINT(1) NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_identity_user__login (login),
    KEY ix_identity_user__organisation_id (organisation_id),
    KEY ix_identity_user__revision (revision)`,
  identity_user_role: `
    user_id BIGINT NOT NULL,
    role VARCHAR(32) ${CODE} NOT NULL,
    PRIMARY KEY (user_id, role)`,
  identity_session: `
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    family BIGINT NOT NULL,
    token_hash CHAR(64) ${CODE} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    rotated_at DATETIME(3) NULL,
    revoked_at DATETIME(3) NULL,
    ip VARCHAR(45) ${CODE} NOT NULL,
    user_agent VARCHAR(255) NOT NULL,
    UNIQUE KEY uq_identity_session__token_hash (token_hash),
    KEY ix_identity_session__family (family),
    KEY ix_identity_session__user_id (user_id),
    KEY ix_identity_session__expires_at (expires_at)`,
  identity_login_log: `
    id BIGINT NOT NULL PRIMARY KEY,
    at DATETIME(3) NOT NULL,
    login VARCHAR(64) NOT NULL,
    user_id BIGINT NULL,
    outcome VARCHAR(24) ${CODE} NOT NULL,
    ip VARCHAR(45) ${CODE} NOT NULL,
    user_agent VARCHAR(255) NOT NULL,
    KEY ix_identity_login_log__user_id_at (user_id, at),
    KEY ix_identity_login_log__at (at)`,
  identity_revision: `
    name VARCHAR(32) ${CODE} NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL`,
  identity_seed: `
    name VARCHAR(32) ${CODE} NOT NULL PRIMARY KEY,
    content_hash CHAR(64) ${CODE} NOT NULL`,
} as const;

export class CreateIdentity1767225610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      await runner.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB`);
    }
    await runner.query(`INSERT INTO identity_revision (name, revision) VALUES ('directory', 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES).toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}
