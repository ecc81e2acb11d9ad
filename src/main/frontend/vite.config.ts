import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
    plugins: [react()],
    build: {
        sourcemap: false,
        // Fonts and pictures as files: a data: address would need a hole in the content policy
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 1100,
    },
    server: {
        // "npm run dev" beside a running Switchboard
        proxy: Object.fromEntries(
            ['/api', '/login', '/logout', '/camunda', '/v3'].map((path) => [
                path,
                `http://localhost:${process.env.SERVER_PORT ?? 8080}`,
            ]),
        ),
    },
    test: { environment: 'jsdom', globals: true, setupFiles: ['src/test/setup.ts'], css: false, testTimeout: 60_000 },
});
