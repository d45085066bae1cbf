import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 办理轮次: the people on a task, and the ledger of their votes. */
export class CreateSigning1767225950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_task ADD COLUMN round JSON NULL');
    await runner.query(`CREATE TABLE engine_vote (
      task_id BIGINT NOT NULL,
      seat INT NOT NULL,
      root_id BIGINT NOT NULL,
      instance_id BIGINT NOT NULL,
      state VARCHAR(200) NOT NULL,
      user_id BIGINT NOT NULL,
      organisation_id BIGINT NOT NULL,
      on_behalf_of BIGINT NULL,
      vote VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      at DATETIME(3) NOT NULL,
      seq INT NOT NULL,
      PRIMARY KEY (task_id, seat),
      KEY ix_engine_vote__root (root_id, user_id),
      KEY ix_engine_vote__user (user_id, at, task_id)
    ) ENGINE=InnoDB`);
    await runner.query(
      'ALTER TABLE engine_task_candidate ADD KEY ix_engine_task_candidate__user (user_id, is_open, task_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_task_candidate DROP KEY ix_engine_task_candidate__user');
    await runner.query('DROP TABLE engine_vote');
    await runner.query('ALTER TABLE engine_task DROP COLUMN round');
  }
}
