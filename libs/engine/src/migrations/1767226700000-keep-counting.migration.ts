import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

/**
 * From what a deadline was counted, so that it can be counted again when a holiday notice arrives. Timers of before stay
 * without it: the recount names them and leaves them as they are.
 */
export class KeepCounting1767226700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engine_timer
      ADD COLUMN counted_from VARCHAR(30) ${CODE} NULL, ADD COLUMN counted_period VARCHAR(40) ${CODE} NULL,
      MODIFY calendar_version VARCHAR(200) NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engine_timer DROP COLUMN counted_from, DROP COLUMN counted_period`);
  }
}
