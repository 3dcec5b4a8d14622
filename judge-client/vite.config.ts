/**
 * How the judge's page is built, under `/judge/`. `HUB=http://127.0.0.1:8080` is the hub to develop against.
 *
 * The oldest browsers are those that the oldest phones in use can still be brought to: Android 5 ends at Chrome 95, an iPhone 6s at
 * Safari 15. Both know the syntax of 2022; lowering it further would cost every judge five more kilobytes.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => {
  const { HUB: hub } = loadEnv(mode, import.meta.dirname, 'HUB')
  return {
    base: '/judge/',
    // Short class names: a few hundred bytes on the way to every phone.
    plugins: [svelte({ compilerOptions: { cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}` } })],
    // The one script that comes later has no others to be loaded with it: without the code that would look for them.
    build: { outDir: 'dist', target: 'es2022', cssTarget: ['chrome94', 'safari15'], modulePreload: false },
    server: { proxy: hub ? { '/api': hub, '/socket.io': { target: hub, ws: true } } : {} },
  }
})
