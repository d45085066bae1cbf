import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 督办 and 书面说明; and by which a board finds tasks by their due time. */
export class CreateSupervision1767227400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_explanation');
    await runner.query('DROP TABLE engine_supervision');
    await runner.query('ALTER TABLE engine_task DROP KEY ix_engine_task__due, DROP COLUMN supervised');
  }
}

const UP = [
  `ALTER TABLE engine_task ADD COLUMN supervised TINYINT NOT NULL DEFAULT 0,
    ADD KEY ix_engine_task__due (due_at, status, closed_at, root_id)`,
  `CREATE TABLE engine_supervision (
    id BIGINT NOT NULL PRIMARY KEY,
    root_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    timer_id BIGINT NOT NULL,
    step INT NOT NULL,
    level VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    organisation_id BIGINT NOT NULL,
    role VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id BIGINT NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    opened_at DATETIME(3) NOT NULL,
    closed_at DATETIME(3) NULL,
    closed_by BIGINT NULL,
    UNIQUE KEY uq_engine_supervision__rung (timer_id, step, organisation_id),
    KEY ix_engine_supervision__given (organisation_id, status, id),
    KEY ix_engine_supervision__received (subject_id, status, id),
    KEY ix_engine_supervision__task (task_id, status)
  ) ENGINE=InnoDB`,
  `CREATE TABLE engine_explanation (
    id BIGINT NOT NULL PRIMARY KEY,
    supervision_id BIGINT NOT NULL,
    question VARCHAR(1000) NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_at DATETIME(3) NOT NULL,
    answer VARCHAR(2000) NULL,
    attachments JSON NULL,
    answered_by BIGINT NULL,
    answered_at DATETIME(3) NULL,
    KEY ix_engine_explanation__supervision (supervision_id, id)
  ) ENGINE=InnoDB`,
];
