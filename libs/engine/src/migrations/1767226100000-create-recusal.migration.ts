import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 回避: declared conflicts of interest; and 代理: for whom a task was done. */
export class CreateRecusal1767226100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_task ADD COLUMN closed_on_behalf_of BIGINT NULL');
    await runner.query(`CREATE TABLE engine_recusal (
      id BIGINT NOT NULL PRIMARY KEY,
      user_id BIGINT NOT NULL,
      subject_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      subject_id BIGINT NOT NULL,
      reason VARCHAR(500) NOT NULL,
      declared_by BIGINT NOT NULL,
      declared_at DATETIME(3) NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      lifted_by BIGINT NULL,
      lifted_at DATETIME(3) NULL,
      lifted_because VARCHAR(500) NULL,
      KEY ix_engine_recusal__subject (subject_kind, subject_id, lifted_at, user_id),
      KEY ix_engine_recusal__user (user_id, declared_at)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_recusal');
    await runner.query('ALTER TABLE engine_task DROP COLUMN closed_on_behalf_of');
  }
}
