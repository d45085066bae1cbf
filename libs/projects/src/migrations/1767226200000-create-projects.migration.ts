import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjects1767226200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PROJECT, ...MONEY, ...CONTRACT]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'projects_instalment',
  'projects_contract',
  'projects_posting',
  'projects_balance',
  'projects_fund_account',
  'projects_stage_entry',
  'projects_project',
];

const PROJECT = [
  `CREATE TABLE projects_project (
    root_id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(200) NOT NULL,
    purchaser_id BIGINT NOT NULL,
    division_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    township_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    village_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    category VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    nature VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    level VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    mode VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    method VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    planned_amount BIGINT NOT NULL,
    approved_amount BIGINT NOT NULL,
    contract_amount BIGINT NOT NULL,
    contractor_id BIGINT NULL,
    stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    grade VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    score INT NULL,
    service_from DATE NULL,
    service_to DATE NULL,
    started_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    UNIQUE KEY uq_projects_project__code (code),
    KEY ix_projects_project__division (division_code, root_id),
    KEY ix_projects_project__purchaser (purchaser_id, root_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE projects_stage_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    stage VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entered_at DATETIME(3) NOT NULL,
    KEY ix_projects_stage_entry__root (root_id, id)
  ) ENGINE=InnoDB`,
];

/** The checks are the second lock on the ledger's invariants: no program can write past them. */
const MONEY = [
  `CREATE TABLE projects_fund_account (
    id BIGINT NOT NULL PRIMARY KEY,
    purchaser_id BIGINT NOT NULL,
    division_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year INT NOT NULL,
    source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(120) NOT NULL,
    document_no VARCHAR(120) NOT NULL,
    amount BIGINT NOT NULL,
    approved BIGINT NOT NULL DEFAULT 0,
    returned BIGINT NOT NULL DEFAULT 0,
    UNIQUE KEY uq_projects_fund_account__purchaser_year_title (purchaser_id, year, title),
    KEY ix_projects_fund_account__division (division_code, year, id),
    CONSTRAINT ck_projects_fund_account__free CHECK (approved - returned <= amount),
    CONSTRAINT ck_projects_fund_account__signs CHECK (amount >= 0 AND approved >= 0 AND returned >= 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE projects_balance (
    root_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    approved BIGINT NOT NULL,
    released BIGINT NOT NULL,
    committed BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    PRIMARY KEY (root_id, account_id),
    CONSTRAINT ck_projects_balance__signs CHECK (approved >= 0 AND returned >= 0 AND paid >= 0),
    CONSTRAINT ck_projects_balance__released CHECK (released <= approved),
    CONSTRAINT ck_projects_balance__committed CHECK (committed <= released - returned),
    CONSTRAINT ck_projects_balance__paid CHECK (paid <= committed)
  ) ENGINE=InnoDB`,
  `CREATE TABLE projects_posting (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount BIGINT NOT NULL,
    document_no VARCHAR(120) NOT NULL,
    reverses_id BIGINT NULL,
    actor_user_id BIGINT NULL,
    at DATETIME(3) NOT NULL,
    KEY ix_projects_posting__root (root_id, id),
    KEY ix_projects_posting__account (account_id, id),
    CONSTRAINT ck_projects_posting__amount CHECK (amount <> 0)
  ) ENGINE=InnoDB`,
];

const CONTRACT = [
  `CREATE TABLE projects_contract (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    number VARCHAR(80) NOT NULL,
    contractor_id BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    signed_on DATE NOT NULL,
    service_from DATE NOT NULL,
    service_to DATE NOT NULL,
    signed_at DATETIME(3) NOT NULL,
    notice_no VARCHAR(120) NULL,
    published_at DATETIME(3) NULL,
    filing_no VARCHAR(120) NULL,
    filed_at DATETIME(3) NULL,
    UNIQUE KEY uq_projects_contract__root (root_id),
    CONSTRAINT ck_projects_contract__amount CHECK (amount > 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE projects_instalment (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    number INT NOT NULL,
    amount BIGINT NOT NULL,
    payment_condition VARCHAR(500) NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invoice_no VARCHAR(80) NULL,
    invoice_attachment_id BIGINT NULL,
    claimed_at DATETIME(3) NULL,
    approved_at DATETIME(3) NULL,
    approved_by BIGINT NULL,
    voucher_no VARCHAR(120) NULL,
    paid_at DATETIME(3) NULL,
    UNIQUE KEY uq_projects_instalment__root_number (root_id, number),
    CONSTRAINT ck_projects_instalment__amount CHECK (amount > 0)
  ) ENGINE=InnoDB`,
];
