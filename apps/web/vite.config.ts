import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = 'http://127.0.0.1:3000';
const unusedValidator = fileURLToPath(new URL('./src/shared/forms/unused-validator.ts', import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@rjsf/validator-ajv8': unusedValidator } },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': API } },
});
