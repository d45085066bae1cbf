import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDisclosure1767227000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE disclosure_notice (
      id BIGINT NOT NULL PRIMARY KEY,
      root_id BIGINT NOT NULL,
      instance_id BIGINT NOT NULL,
      kind VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      title VARCHAR(200) NOT NULL,
      body TEXT NOT NULL,
      publisher_id BIGINT NULL,
      published_at DATETIME(3) NOT NULL,
      KEY ix_disclosure_notice__published (published_at, id),
      KEY ix_disclosure_notice__kind (kind, published_at, id),
      KEY ix_disclosure_notice__root (root_id)
    ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure_notice');
  }
}
