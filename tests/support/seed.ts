import fc from 'fast-check'

/** One seed for every generator of the suite; LANTU_TEST_SEED tries another. fast-check prints it with the example that failed. */
const SEED = Number(process.env['LANTU_TEST_SEED'] ?? 20_260_601)

/** Holds a property for generated examples: `await holdsFor(fc.property(fc.string(), (text) => …))`. */
export async function holdsFor<Ts>(property: fc.IAsyncProperty<Ts> | fc.IProperty<Ts>, runs = 100): Promise<void> {
  await fc.assert(property, { seed: SEED, numRuns: runs })
}

/** Examples of a generator, the same on every machine. */
export function examples<Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count })
}
