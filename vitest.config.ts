import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const never = ['**/node_modules/**', '.next*/**', '.build/**', 'e2e/**']

// `server-only` throws unless the resolver says that it is resolving for the server, as Next's does.
const onServer = {
  resolve: { alias, conditions: ['react-server', 'node', 'module', 'development|production'] },
  ssr: {
    resolve: {
      conditions: ['react-server', 'node', 'module', 'development|production'],
      externalConditions: ['react-server', 'node'],
    },
  },
}

// `npm test` draws the same values each time; `npm run test:all` draws new ones and prints their seed.
const TEST_SEED = process.env.TEST_SEED ?? '20261202'
console.log(`Random values are drawn with TEST_SEED=${TEST_SEED}.`)
const seeded = { env: { TEST_SEED }, setupFiles: ['test/property-seed.ts'] }

const dataTestsOn = (engine: 'pglite' | 'postgres') => ({
  ...onServer,
  test: {
    name: `data-${engine}`,
    environment: 'node',
    include: ['**/*.data.test.ts'],
    exclude: never,
    // Each file has a database of its own and shares only what it loads, which takes longer than most tests.
    isolate: false,
    ...seeded,
    env: { ...seeded.env, TEST_ENGINE: engine },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    // The process that shares the work out has little to do itself.
    maxWorkers: '100%',
    tags: [
      { name: 'long', description: 'Takes seconds or draws at random for long: only in `npm run test:all`.' },
      { name: 'engines', description: 'Depends on the database engine: `npm test` runs it on both.' },
    ],
    projects: [
      {
        ...onServer,
        test: {
          ...seeded,
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...never, '**/*.data.test.ts'],
          // What is tested here keeps no state: files share what they load, of which the English of the engine takes longest.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...seeded,
          name: 'components',
          environment: 'happy-dom',
          include: ['**/*.test.tsx'],
          exclude: never,
          setupFiles: [...seeded.setupFiles, 'test/component-setup.ts'],
          testTimeout: 30_000,
        },
      },
      dataTestsOn('pglite'),
      dataTestsOn('postgres'),
    ],
  },
})
