import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 拒绝记录: what somebody asked for and did not get. */
export class CreateRefusal1767225660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identity_refusal (
      id BIGINT NOT NULL PRIMARY KEY,
      seq BIGINT NOT NULL AUTO_INCREMENT,
      at DATETIME(3) NOT NULL,
      user_id BIGINT NULL,
      organisation_id BIGINT NULL,
      method VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      path VARCHAR(255) NOT NULL,
      status SMALLINT NOT NULL,
      code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      detail VARCHAR(400) NOT NULL,
      ip VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      UNIQUE KEY uq_identity_refusal__seq (seq),
      KEY ix_identity_refusal__user_id (user_id, at),
      KEY ix_identity_refusal__at (at, id)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_refusal');
  }
}
