import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Pure tests lie beside the code; stories, laws and everything that needs PostgreSQL are named for it. */
const DATABASE = ['**/*.story.test.ts', '**/*.law.test.ts', '**/*.database.test.ts']
const BROWSER = ['tests/journeys/**/*.test.ts']
const NEVER = ['node_modules/**', 'dist/**', '.lantu/**', 'test-output/**']

/** The journeys that take longest, the longest first, so that none of them is left alone on one core at the end; the order of the others is vitest's. */
const LONG_JOURNEYS = ['accessibility', 'trouble', 'administration', 'main-job', 'drafts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = LONG_JOURNEYS.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`journeys/${name}.test.ts`)))
    return [...long, ...sorted.filter((file) => !long.includes(file))]
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
