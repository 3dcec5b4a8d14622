/** How the judge's page is built: for phones of about 2020, under `/judge/`. `HUB=http://127.0.0.1:8080` is the hub to develop against. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, loadEnv, type Plugin } from 'vite'

export default defineConfig(({ mode }) => {
  const { HUB: hub } = loadEnv(mode, import.meta.dirname, 'HUB')
  return {
    base: '/judge/',
    plugins: [svelte(), plainScopes],
    build: { outDir: 'dist', target: ['es2020', 'chrome80', 'safari14'] },
    server: { proxy: hub ? { '/api': hub, '/socket.io': { target: hub, ws: true } } : {} },
  }
})

/**
 * Svelte scopes styles with `:where(.svelte-…)`, which Chrome knows since 88; an older one drops the whole rule. The bare class does the same
 * but for its weight, and no two styles of this page differ by that alone.
 */
const plainScopes: Plugin = {
  name: 'plain-scopes',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || typeof file.source !== 'string' || !file.fileName.endsWith('.css')) continue
      file.source = file.source.replace(/:where\((\.svelte-[a-z0-9]+)\)/g, '$1')
    }
  },
}
