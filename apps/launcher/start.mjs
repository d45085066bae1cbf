import { startCommand } from './src/start-command.mjs';

try {
  process.exitCode = await startCommand(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// Sockets of fetch would keep the process for some seconds.
process.exit();
