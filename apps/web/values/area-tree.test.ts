import { expect, test } from 'vitest'
import { areaTree } from './area-tree.ts'

const area = (code: string, parent: string | null) => ({ code, title: code, level: '', parent, untilOn: null })

test('counties stand under cities under the province; orphans at the top', () => {
  const tree = areaTree([area('320000', null), area('320100', '320000'), area('320102', '320100'), area('3205Z1', '320500')])

  expect(tree.map(({ value }) => value)).toEqual(['320000', '3205Z1'])
  expect(tree[0]?.children[0]?.children[0]?.value).toBe('320102')
})
