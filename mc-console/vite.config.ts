/** Builds the staff's page under `/console/`. In development, `HUB=http://127.0.0.1:<port>` is the running hub to talk to. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => {
  const hub = loadEnv(mode, '.', 'HUB').HUB ?? 'http://127.0.0.1:8080'
  return {
    base: '/console/',
    plugins: [svelte()],
    build: { outDir: 'dist', target: 'es2022' },
    server: { proxy: { '/api': hub, '/socket.io': { target: hub, ws: true } } },
  }
})
