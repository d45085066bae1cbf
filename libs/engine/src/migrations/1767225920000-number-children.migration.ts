import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which element of its parent's list a child process was started for. */
export class NumberChildren1767225920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_instance ADD COLUMN parent_item INT NULL AFTER parent_state');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_instance DROP COLUMN parent_item');
  }
}
