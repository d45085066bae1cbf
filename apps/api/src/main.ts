import 'reflect-metadata';
import type { Logger } from 'pino';
import { HttpConfig, LOGGER } from '#libs/platform';
import { createApi } from './create-api.js';

const app = await createApi();
const { host, port } = app.get(HttpConfig);
await app.listen(port, host);
app.get<Logger>(LOGGER).info({ url: await app.getUrl() }, 'api listening');
