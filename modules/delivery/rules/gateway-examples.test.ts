import { expect, test } from 'vitest'
import { gatewaySettings } from '#contract/delivery.ts'
import { GATEWAY_EXAMPLES } from './gateway-examples.ts'
import { gatewayFaults } from './gateway-faults.ts'

test.each(GATEWAY_EXAMPLES.map((example) => [example.key, example] as const))(
  'the example %s could be kept as it is, and says that it is to be checked',
  (_key, { settings, note }) => {
    expect(gatewaySettings.parse(settings)).toEqual(settings)
    expect(gatewayFaults(settings)).toEqual([])
    expect(note.zh).toContain('待核实')
  },
)
