import type { Figure } from '#contract/figures.ts'
import { useSay } from '../texts/use-say.ts'

type LightOf = NonNullable<Figure['light']>

const SHAPES = { done: '✓', normal: '●', warning: '▲', behind: '■', not_started: '○' } as const satisfies Record<LightOf['code'], string>

interface LightProps {
  readonly light: LightOf
  /** The reason opens on request, where several lights stand beside each other. */
  readonly folded?: boolean
}

/** A light is a word and a shape, and says why in one sentence. */
export function Light({ light, folded = false }: LightProps) {
  const say = useSay()
  if (folded)
    return (
      <details className="light-folded" data-testid="light">
        <summary>
          <LightWord light={light} />
        </summary>
        <p className="light-why">{say(light.why)}</p>
      </details>
    )
  return (
    <div className="light" data-testid="light">
      <LightWord light={light} />
      <span className="light-why">{say(light.why)}</span>
    </div>
  )
}

/** The word and the shape alone. */
export function LightWord({ light }: { readonly light: LightOf }) {
  const say = useSay()
  return (
    <span className={`light-word light-${light.code}`}>
      <span aria-hidden="true">{SHAPES[light.code]}</span>
      {say(light.title)}
    </span>
  )
}
