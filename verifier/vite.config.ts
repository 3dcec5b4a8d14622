/**
 * Builds the page that verifies a ledger: one HTML file with its script and style inside, so that it opens from a USB stick in ten years. A
 * policy in its head allows exactly these two and no request at all.
 */
import { createHash } from 'node:crypto'
import { defineConfig, type Plugin } from 'vite'

export const fileName = 'bang-diem-verifier.html'

/** Ends no script tag from inside a script. */
const asContent = (text: string) => text.trim().replace(/<\/(script|style)/gi, '<\\/$1')

const hashOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`

/** What the built pieces become: a classic script at the end of the body, since a module may not be loaded from a file. */
function onePage(html: string, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace(
      '<meta charset="utf-8">',
      (found) => `${found}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script>${script}</script>\n  </body>`)
}

function inOneFile(): Plugin {
  return {
    name: 'in-one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const pieces = Object.values(bundle)
      const script = pieces.flatMap((piece) => (piece.type === 'chunk' ? [piece.code] : []))
      const textOf = (end: string) =>
        pieces.flatMap((piece) =>
          piece.type === 'asset' && piece.fileName.endsWith(end) ? [String(piece.source)] : [],
        )
      const [html, ...more] = textOf('.html')
      if (html === undefined || more.length + script.length !== 1)
        throw new Error('the page is one file with one script')
      for (const name of Object.keys(bundle)) delete bundle[name]
      const source = onePage(html, asContent(script.join('')), asContent(textOf('.css').join('')))
      this.emitFile({ type: 'asset', fileName, source })
    },
  }
}

export default defineConfig({
  root: 'page',
  base: './',
  plugins: [inOneFile()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { output: { format: 'iife' } },
  },
})
