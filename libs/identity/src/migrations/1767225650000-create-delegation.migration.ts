import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 代理: who acts in whose name, from which day to which. */
export class CreateDelegation1767225650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identity_delegation (
      id BIGINT NOT NULL PRIMARY KEY,
      principal_id BIGINT NOT NULL,
      delegate_id BIGINT NOT NULL,
      first_day DATE NOT NULL,
      last_day DATE NOT NULL,
      scope JSON NOT NULL,
      document_number VARCHAR(64) NOT NULL,
      created_by BIGINT NOT NULL,
      created_at DATETIME(3) NOT NULL,
      revoked_by BIGINT NULL,
      revoked_at DATETIME(3) NULL,
      revision BIGINT NOT NULL,
      CONSTRAINT ck_identity_delegation__days CHECK (first_day <= last_day),
      CONSTRAINT ck_identity_delegation__persons CHECK (principal_id <> delegate_id),
      KEY ix_identity_delegation__principal_id (principal_id, last_day),
      KEY ix_identity_delegation__delegate_id (delegate_id, last_day),
      KEY ix_identity_delegation__revision (revision)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_delegation');
  }
}
