import type { Figure } from '#contract/figures.ts'
import { useSay } from '../texts/use-say.ts'

type LightOf = NonNullable<Figure['light']>

const SHAPES = { done: '✓', normal: '●', warning: '▲', behind: '■', not_started: '○' } as const satisfies Record<LightOf['code'], string>

/** A light is a word and a shape, and says why in one sentence. */
export function Light({ light }: { readonly light: LightOf }) {
  const say = useSay()
  return (
    <div className="light" data-testid="light">
      <span className={`light-word light-${light.code}`}>
        <span aria-hidden="true">{SHAPES[light.code]}</span>
        {say(light.title)}
      </span>
      <span className="light-why">{say(light.why)}</span>
    </div>
  )
}
