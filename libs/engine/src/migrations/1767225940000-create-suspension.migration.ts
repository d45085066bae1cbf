import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands still in a case, since when and why; and what is left of the timers that stand still with it. */
export class CreateSuspension1767225940000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engine_suspension (
      id BIGINT NOT NULL PRIMARY KEY,
      root_id BIGINT NOT NULL,
      instance_id BIGINT NOT NULL,
      region VARCHAR(200) NOT NULL,
      scope VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      cause VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      exempt JSON NOT NULL,
      began_seq INT NOT NULL,
      began_at DATETIME(3) NOT NULL,
      ended_seq INT NULL,
      ended_at DATETIME(3) NULL,
      KEY ix_engine_suspension__root (root_id, ended_seq)
    ) ENGINE=InnoDB`);
    await runner.query(
      'ALTER TABLE engine_timer ADD COLUMN remaining VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER period',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_timer DROP COLUMN remaining');
    await runner.query('DROP TABLE engine_suspension');
  }
}
