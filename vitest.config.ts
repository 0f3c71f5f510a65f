import { defineConfig } from 'vitest/config'

/** Pure tests lie beside the code; stories, laws and everything that needs PostgreSQL are named for it. */
const DATABASE = ['**/*.story.test.ts', '**/*.law.test.ts', '**/*.database.test.ts']
const BROWSER = ['tests/journeys/**/*.test.ts']
const NEVER = ['node_modules/**', 'dist/**', '.lantu/**', 'test-output/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['**/*.test.ts'],
          exclude: [...NEVER, ...DATABASE, ...BROWSER],
          // Files of 20 MB are sent and type checks are run; a busy machine is no fault.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'database',
          include: DATABASE,
          exclude: NEVER,
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          include: BROWSER,
          exclude: NEVER,
          globalSetup: ['tests/journeys/seeded-home.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
