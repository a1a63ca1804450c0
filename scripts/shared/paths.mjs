import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const at = (...parts) => resolve(root, ...parts)
export const distDir = process.env.NEXT_DIST_DIR ?? '.next'

/** Packages' commands, started with this Node.js itself: no shell, no `.cmd`, no search path. */
export const commands = {
  next: at('node_modules/next/dist/bin/next'),
  tsx: at('node_modules/tsx/dist/cli.mjs'),
  prisma: at('node_modules/prisma/build/index.js'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  playwright: at('node_modules/@playwright/test/cli.js'),
}
