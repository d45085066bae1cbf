import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who began a case, and 干预: what two persons together may do to it. */
export class CreateIntervention1767225960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_root ADD COLUMN started_by BIGINT NULL');
    await runner.query('ALTER TABLE engine_root ADD KEY ix_engine_root__started (started_by, id)');
    await runner.query(`CREATE TABLE engine_intervention (
      id BIGINT NOT NULL PRIMARY KEY,
      root_id BIGINT NOT NULL,
      kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      wanted JSON NOT NULL,
      reason VARCHAR(2000) NOT NULL,
      status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      proposed_by BIGINT NOT NULL,
      proposed_at DATETIME(3) NOT NULL,
      decided_by BIGINT NULL,
      decided_at DATETIME(3) NULL,
      remark VARCHAR(2000) NULL,
      seq INT NULL,
      KEY ix_engine_intervention__root (root_id, status)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_intervention');
    await runner.query('ALTER TABLE engine_root DROP KEY ix_engine_root__started, DROP COLUMN started_by');
  }
}
