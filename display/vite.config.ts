/** Builds the page of the hall. `HUB` is where a running hub answers while the page is being developed. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const hub = process.env.HUB ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/display/',
  plugins: [svelte()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': hub, '/socket.io': { target: hub, ws: true } } },
})
