import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 催办、沟通、抄送、暂存, and 送达回执. */
export class CreateCommunication1767226010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE engine_task DROP COLUMN urged_at');
  }
}

const TABLES = ['engine_receipt', 'engine_draft', 'engine_message_reader', 'engine_message', 'engine_copy'];

const UP = [
  'ALTER TABLE engine_task ADD COLUMN urged_at DATETIME(3) NULL',
  `CREATE TABLE engine_copy (
    root_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    task_id BIGINT NULL,
    copied_by BIGINT NULL,
    at DATETIME(3) NOT NULL,
    seq INT NOT NULL,
    is_read TINYINT NOT NULL,
    read_at DATETIME(3) NULL,
    PRIMARY KEY (root_id, user_id),
    KEY ix_engine_copy__box (user_id, is_read, at, root_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_message (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    task_id BIGINT NULL,
    sender_id BIGINT NOT NULL,
    sender_organisation_id BIGINT NOT NULL,
    body VARCHAR(2000) NOT NULL,
    at DATETIME(3) NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    KEY ix_engine_message__root (root_id, id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_message_reader (
    message_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    root_id BIGINT NOT NULL,
    read_at DATETIME(3) NULL,
    PRIMARY KEY (message_id, user_id),
    KEY ix_engine_message_reader__unread (user_id, root_id, read_at)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_draft (
    task_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    version INT NOT NULL,
    content JSON NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (task_id, user_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_receipt (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id BIGINT NOT NULL,
    root_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    at DATETIME(3) NOT NULL,
    recorded_at DATETIME(3) NOT NULL,
    content_hash BINARY(32) NOT NULL,
    hash BINARY(32) NOT NULL,
    UNIQUE KEY uq_engine_receipt__subject (kind, subject_id, user_id),
    KEY ix_engine_receipt__user (user_id, id)
  ) ENGINE=InnoDB`,
];
