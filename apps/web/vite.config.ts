import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What hardly ever changes gets a file of its own, so that a new version of Lantu does not load it again. */
const LONG_LIVED = [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// }]

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), compressed()],
  server: { proxy: { '/api': 'http://localhost:8080' } },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: LONG_LIVED } } },
  },
})

const LEAST_BYTES = 1024

/** A .br beside each text file, which the server hands out as it is; says how many bytes travel. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      let total = 0
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|svg|html)$/.test(file))) {
        const content = readFileSync(join(dir, name))
        if (content.length < LEAST_BYTES) continue
        const small = brotliCompressSync(content)
        writeFileSync(join(dir, `${name}.br`), small)
        total += small.length
      }
      this.info(`${Math.round(total / 1024)} KB brotli in all`)
    },
  }
}
