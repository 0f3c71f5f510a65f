import type { UploadedFile } from '#contract/files.ts'
import { askOnce } from '../load/client.ts'
import { planText } from '../plan-text.ts'
import { duration, median, type Suite, times } from '../result.ts'
import { startServer } from '../servers/child.ts'
import type { ProductSettings } from '../servers/product.ts'
import { signIn } from '../servers/sign-in.ts'
import { openWorld } from '../world/world.ts'

/** In which some 200 items are found that a person checks; 690 with their numbers and conditions. */
const CHARACTERS = 17_500
/** Some 100 printed pages: what is asked of 200 items must not be asked of each of them for every other. */
const LONG = 4
const ROUNDS = 5
const LONG_ROUNDS = 3
const LIMIT_MS = 2_000

type Headers = Awaited<ReturnType<typeof signIn>>

/** A plan of 200 items becomes a programme over HTTP, as the page does it: what it would become is shown, then it is confirmed as proposed. */
export const confirm: Suite = {
  name: 'confirm',
  async *run(bench) {
    const { home, databaseUrl } = await openWorld(bench)
    const port = await startServer(bench, 'product.ts', { home, databaseUrl } satisfies ProductSettings)
    const headers = await signIn(port, 'planner')
    const [shown, confirmed]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const { document, items } = await readPlan(port, headers, { characters: CHARACTERS, round })
      if (round === 0) bench.say(`${items} items in ${CHARACTERS.toLocaleString('en')} characters`)
      shown.push(await took(() => proposalOf(port, headers, document)))
      confirmed.push(await took(() => command(port, headers, 'programmes.confirm-plan', { document })))
    }
    const long: number[] = []
    const { document: longPlan } = await readPlan(port, headers, { characters: LONG * CHARACTERS, round: ROUNDS })
    for (let round = 0; round < LONG_ROUNDS; round++) long.push(await took(() => proposalOf(port, headers, longPlan)))
    yield duration({ name: 'show what a plan of 200 items would become, median', unit: 'ms', value: median(shown) }, LIMIT_MS)
    yield times({
      name: `the same for a plan of ${LONG} times the length, per item`,
      value: median(long) / median(shown) / LONG,
      goal: 'linear: about 1',
    })
    yield duration({ name: 'confirm a plan of 200 items, median', unit: 'ms', value: median(confirmed) }, LIMIT_MS)
    yield duration({ name: 'confirm a plan of 200 items, slowest', unit: 'ms', value: Math.max(...confirmed) })
  },
}

function proposalOf(port: number, headers: Headers, document: string): Promise<string> {
  return askOnce(port, { method: 'GET', path: `/api/v1/queries/programmes.proposal?document=${document}`, headers })
}

interface Text {
  readonly characters: number
  readonly round: number
}

/** Each round reads a text of its own, as one that is there already would be warned of. */
async function readPlan(port: number, headers: Headers, { characters, round }: Text): Promise<{ document: string; items: number }> {
  const form = new FormData()
  form.append('file', new Blob([`${planText(characters)}\n第${round}稿`], { type: 'text/plain' }), 'plan.txt')
  const uploaded = await fetch(`http://127.0.0.1:${port}/api/v1/files`, { method: 'POST', headers, body: form })
  const file = (await uploaded.json()) as UploadedFile
  const { document } = JSON.parse(await command(port, headers, 'plans.read', { file })) as { readonly document: string }
  const { items } = JSON.parse(
    await askOnce(port, { method: 'GET', path: `/api/v1/queries/plans.document?document=${document}`, headers }),
  ) as { readonly items: readonly unknown[] }
  return { document, items: items.length }
}

function command(port: number, headers: Headers, name: string, input: object): Promise<string> {
  return askOnce(port, { method: 'POST', path: `/api/v1/commands/${name}`, headers, body: JSON.stringify(input) })
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
