import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boxes by index order: by person, by area, by the words of a title; and 保存的视图. */
export class CreateInbox1767226000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE engine_title_gram (
    gram VARCHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    root_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    PRIMARY KEY (gram, root_id, position),
    KEY ix_engine_title_gram__root (root_id)
  ) ENGINE=InnoDB`,
  `INSERT INTO engine_title_gram (gram, root_id, position)
   WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 199)
   SELECT LOWER(SUBSTRING(r.title, n, 2)), r.id, n - 1 FROM engine_root r JOIN place ON n < CHAR_LENGTH(r.title)`,
  `ALTER TABLE engine_root
    ADD COLUMN county_code VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin AS (LEFT(division_code, 6)) VIRTUAL,
    ADD COLUMN city_code VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin AS (LEFT(division_code, 4)) VIRTUAL`,
  `ALTER TABLE engine_root
    ADD KEY ix_engine_root__county (county_code, id),
    ADD KEY ix_engine_root__city (city_code, id)`,
  `ALTER TABLE engine_task_candidate
    DROP KEY ix_engine_task_candidate__user,
    ADD KEY ix_engine_task_candidate__person (user_id, is_open, due_sort, task_id)`,
  'ALTER TABLE engine_vote ADD KEY ix_engine_vote__principal (on_behalf_of, at, task_id)',
  `CREATE TABLE engine_saved_view (
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    name VARCHAR(40) NOT NULL,
    box VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    filter JSON NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    UNIQUE KEY uq_engine_saved_view__name (user_id, name)
  ) ENGINE=InnoDB`,
];

const DOWN = [
  'DROP TABLE engine_saved_view',
  'ALTER TABLE engine_vote DROP KEY ix_engine_vote__principal',
  `ALTER TABLE engine_task_candidate
    DROP KEY ix_engine_task_candidate__person,
    ADD KEY ix_engine_task_candidate__user (user_id, is_open, task_id)`,
  'ALTER TABLE engine_root DROP KEY ix_engine_root__county, DROP KEY ix_engine_root__city',
  'ALTER TABLE engine_root DROP COLUMN county_code, DROP COLUMN city_code',
  'DROP TABLE engine_title_gram',
];
