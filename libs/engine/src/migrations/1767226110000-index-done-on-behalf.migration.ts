import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 代理: what was done in one's name stands in one's own 已办. */
export class IndexDoneOnBehalf1767226110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE engine_task ADD KEY ix_engine_task__principal (closed_on_behalf_of, closed_at, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_task DROP KEY ix_engine_task__principal');
  }
}
