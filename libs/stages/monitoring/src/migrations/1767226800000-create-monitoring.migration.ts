import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMonitoring1767226800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SERVICE, ...SUPERVISION, ...PAYMENT]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'monitoring_payment_check',
  'monitoring_problem',
  'monitoring_inspection',
  'monitoring_service_log',
  'monitoring_report',
  'monitoring_staff_member',
  'monitoring_service',
];

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const SERVICE = [
  `CREATE TABLE monitoring_service (
    instance_id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    contractor_id BIGINT NOT NULL,
    service_from DATE NOT NULL,
    service_to DATE NOT NULL,
    status VARCHAR(12) ${CODE} NOT NULL,
    opened_at DATETIME(3) NOT NULL,
    closed_at DATETIME(3) NULL,
    KEY ix_monitoring_service__root (root_id, instance_id),
    KEY ix_monitoring_service__contractor (contractor_id, status),
    CONSTRAINT ck_monitoring_service__period CHECK (service_from <= service_to)
  ) ENGINE=InnoDB`,
  `CREATE TABLE monitoring_staff_member (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    plan INT NOT NULL,
    name VARCHAR(40) NOT NULL,
    duty VARCHAR(40) ${CODE} NOT NULL,
    certificate_no VARCHAR(40) NULL,
    recorded_at DATETIME(3) NOT NULL,
    accepted_at DATETIME(3) NULL,
    KEY ix_monitoring_staff_member__instance (instance_id, plan)
  ) ENGINE=InnoDB`,
  `CREATE TABLE monitoring_report (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    period_end DATE NOT NULL,
    activities INT NOT NULL,
    people INT NOT NULL,
    minutes INT NOT NULL,
    spent BIGINT NOT NULL,
    progress TEXT NOT NULL,
    status VARCHAR(12) ${CODE} NOT NULL,
    submitted_by BIGINT NOT NULL,
    submitted_at DATETIME(3) NOT NULL,
    decided_at DATETIME(3) NULL,
    return_reason VARCHAR(1000) NULL,
    KEY ix_monitoring_report__instance (instance_id, period_end)
  ) ENGINE=InnoDB`,
  `CREATE TABLE monitoring_service_log (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    served_on DATE NOT NULL,
    kind VARCHAR(12) ${CODE} NOT NULL,
    village_code VARCHAR(12) ${CODE} NOT NULL,
    people INT NOT NULL,
    minutes INT NOT NULL,
    content TEXT NOT NULL,
    recorded_by BIGINT NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_monitoring_service_log__root (root_id, id)
  ) ENGINE=InnoDB`,
];

const SUPERVISION = [
  `CREATE TABLE monitoring_inspection (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    inspected_on DATE NOT NULL,
    place VARCHAR(200) NOT NULL,
    subject TEXT NOT NULL,
    ledger_check TEXT NOT NULL,
    fund_check TEXT NOT NULL,
    conclusion VARCHAR(20) ${CODE} NOT NULL,
    finding TEXT NULL,
    inspected_by BIGINT NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_monitoring_inspection__instance (instance_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE monitoring_problem (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    document_number VARCHAR(120) NOT NULL,
    problem TEXT NOT NULL,
    basis VARCHAR(500) NOT NULL,
    requirement TEXT NOT NULL,
    rectify_by DATE NOT NULL,
    status VARCHAR(12) ${CODE} NOT NULL,
    issued_at DATETIME(3) NOT NULL,
    measures TEXT NULL,
    result TEXT NULL,
    reported_at DATETIME(3) NULL,
    recheck_opinion TEXT NULL,
    rechecked_at DATETIME(3) NULL,
    KEY ix_monitoring_problem__instance (instance_id, status)
  ) ENGINE=InnoDB`,
];

const PAYMENT = [
  `CREATE TABLE monitoring_payment_check (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    instalment INT NOT NULL,
    accepted_reports INT NOT NULL,
    closed_problems INT NOT NULL,
    opinion VARCHAR(1000) NOT NULL,
    checked_by BIGINT NOT NULL,
    checked_at DATETIME(3) NOT NULL,
    KEY ix_monitoring_payment_check__instance (instance_id, instalment)
  ) ENGINE=InnoDB`,
];
