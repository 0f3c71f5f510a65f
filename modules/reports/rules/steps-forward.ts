interface Step {
  readonly from: string | null
  readonly to: string
}

/** The steps that brought an entry to where it stands, of its acts from the oldest on: what was sent back or taken back is left out. */
export function stepsForward<Act extends Step>(acts: readonly Act[]): readonly Act[] {
  const line: Act[] = []
  for (const act of acts) {
    const back = line.findIndex(({ from }) => from === act.to)
    if (back >= 0) line.splice(back)
    else if (act.from !== null && act.from !== act.to) line.push(act)
  }
  return line
}
