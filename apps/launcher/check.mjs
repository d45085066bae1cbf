import { testCommand } from './src/test-command.mjs';

try {
  process.exitCode = await testCommand(process.argv.slice(2), ['checks', 'built', 'unit', 'db']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
