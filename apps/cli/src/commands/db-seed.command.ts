import { DefinitionPublisher } from '#libs/engine';
import { OrganisationDirectory, seedIdentity } from '#libs/identity';
import { DemoConfig, DirectoriesConfig } from '#libs/platform';
import { seedProjects } from '#libs/projects';
import { DataSource } from 'typeorm';
import { type CliCommand, print } from '../cli.command.js';
import { withDomain } from '../with-domain.js';

/** `sanshe db seed`: divisions, demo organisations, people and funds, and the shipped processes; a second run changes nothing. */
export const dbSeed: CliCommand = {
  name: 'db seed',
  summary: 'Load divisions and demo data, publish the shipped processes',
  run: () =>
    withDomain(async (domain) => {
      const dataSource = domain.get(DataSource);
      const { configDir } = domain.get(DirectoriesConfig);
      const report = await seedIdentity(dataSource, domain.get(DirectoriesConfig), domain.get(DemoConfig));
      await domain.get(OrganisationDirectory).reload();
      await seedProjects(dataSource, domain.get(OrganisationDirectory), configDir);
      const { published, unchanged } = await domain.get(DefinitionPublisher).publishFiles();
      print(JSON.stringify({ ...report, publishedProcesses: published.length, unchangedProcesses: unchanged }));
      return 0;
    }),
};
