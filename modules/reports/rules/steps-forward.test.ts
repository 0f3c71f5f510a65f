import { expect, test } from 'vitest'
import { stepsForward } from './steps-forward.ts'

const act = (name: string, from: string | null, to: string) => ({ name, from, to })
const NEW = act('create', null, 'drafting')
const SENT = act('submit', 'drafting', 'checking')
const PASSED = act('pass', 'checking', 'signing')

test('a paper sent back and a step taken back are not among the steps that brought it forward', () => {
  const acts = [
    NEW,
    SENT,
    act('return', 'checking', 'drafting'),
    act('edit', 'drafting', 'drafting'),
    SENT,
    PASSED,
    act('takeBack', 'signing', 'checking'),
    PASSED,
    act('endorse', 'signing', 'issuing'),
  ]

  expect(stepsForward(acts).map(({ name }) => name)).toEqual(['submit', 'pass', 'endorse'])
  expect(stepsForward(acts.slice(0, 4))).toEqual([])
})
