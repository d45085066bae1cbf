import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons who are named in a case for what their organisation is in it: tasks of that relation are theirs alone. */
export class CreatePartyPerson1767225930000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE engine_party_person (
        root_id BIGINT NOT NULL,
        relation VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        user_id BIGINT NOT NULL,
        PRIMARY KEY (root_id, relation, user_id)
      ) ENGINE=InnoDB`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_party_person');
  }
}
