import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProcurement1767226700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...NEED, ...ROUND, ...AWARD]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = [
  'procurement_award',
  'procurement_score',
  'procurement_panel_member',
  'procurement_response',
  'procurement_round',
  'procurement_criterion',
  'procurement_need',
];

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const NEED = [
  `CREATE TABLE procurement_need (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    service_content TEXT NOT NULL,
    service_standard TEXT NOT NULL,
    qualification TEXT NOT NULL,
    period_months INT NOT NULL,
    ceiling_price BIGINT NOT NULL,
    price_weight INT NOT NULL,
    recorded_by BIGINT NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_procurement_need__instance (instance_id, id),
    KEY ix_procurement_need__root (root_id),
    CONSTRAINT ck_procurement_need__ceiling CHECK (ceiling_price > 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE procurement_criterion (
    id BIGINT NOT NULL PRIMARY KEY,
    need_id BIGINT NOT NULL,
    position INT NOT NULL,
    name VARCHAR(80) NOT NULL,
    points INT NOT NULL,
    UNIQUE KEY uq_procurement_criterion__need_position (need_id, position)
  ) ENGINE=InnoDB`,
];

const ROUND = [
  `CREATE TABLE procurement_round (
    instance_id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    number VARCHAR(60) NOT NULL,
    title VARCHAR(200) NOT NULL,
    ceiling_price BIGINT NOT NULL,
    status VARCHAR(12) ${CODE} NOT NULL,
    announced_at DATETIME(3) NOT NULL,
    opened_at DATETIME(3) NULL,
    closed_at DATETIME(3) NULL,
    close_reason VARCHAR(500) NULL,
    KEY ix_procurement_round__root (root_id),
    KEY ix_procurement_round__status (status, instance_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE procurement_response (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    price BIGINT NOT NULL,
    service_plan TEXT NOT NULL,
    manager VARCHAR(40) NOT NULL,
    document_id BIGINT NOT NULL,
    responded_by BIGINT NOT NULL,
    responded_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_procurement_response__instance_organisation (instance_id, organisation_id),
    KEY ix_procurement_response__organisation (organisation_id, id),
    CONSTRAINT ck_procurement_response__price CHECK (price > 0)
  ) ENGINE=InnoDB`,
];

const AWARD = [
  `CREATE TABLE procurement_panel_member (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    status VARCHAR(12) ${CODE} NOT NULL,
    draw_seed CHAR(32) ${CODE} NOT NULL,
    record_number VARCHAR(60) NOT NULL,
    statement VARCHAR(500) NULL,
    drawn_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_procurement_panel_member__instance_user (instance_id, user_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE procurement_score (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    criterion_id BIGINT NOT NULL,
    points INT NOT NULL,
    scored_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_procurement_score__response_user_criterion (response_id, user_id, criterion_id),
    KEY ix_procurement_score__instance (instance_id, response_id, user_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE procurement_award (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    instance_id BIGINT NOT NULL,
    response_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    candidate INT NOT NULL,
    price BIGINT NOT NULL,
    is_silent TINYINT NOT NULL,
    awarded_at DATETIME(3) NOT NULL,
    revoked_at DATETIME(3) NULL,
    revoke_reason VARCHAR(1000) NULL,
    KEY ix_procurement_award__instance (instance_id, id)
  ) ENGINE=InnoDB`,
];
