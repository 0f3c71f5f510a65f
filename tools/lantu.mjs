#!/usr/bin/env node
/** `npx lantu …` and node_modules/.bin/lantu: the command line under the pinned Node, in the folder where it was typed. */
process.argv.splice(2, 0, 'apps/cli/main.ts')
await import('./with-node-24.mjs')
