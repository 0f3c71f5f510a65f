import { expect, test } from 'vitest'
import { type PostRow, postsByUnit } from './posts-by-unit.ts'

const DUTIES = {
  leader: { zh: '分管领导', en: 'Leader' },
  liaison: { zh: '联络员', en: 'Liaison' },
  filler: { zh: '填报人', en: 'Filler' },
}
const row = (
  post: string,
  duty: string | null,
  name: string | null,
  fromOn: string | null = null,
  untilOn: string | null = null,
): PostRow => ({
  unit: 'u',
  unitTitle: '某局',
  area: '320500',
  post,
  title: post,
  duty,
  person: name,
  name,
  fromOn,
  untilOn,
  mayHandOver: true,
})

test('a unit shows who holds each post on the day, who takes it next, and which parts are missing', () => {
  const [unit] = postsByUnit(
    [
      row('p1', 'leader', '甲', '2024-01-01'),
      row('p2', 'liaison', '乙', '2024-01-01', '2026-06-30'),
      row('p2', 'liaison', '丙', '2026-07-01'),
      row('p3', 'filler', '丁', '2024-01-01', '2025-12-31'),
    ],
    DUTIES,
    '2026-06-30',
  )

  expect(unit!.posts.map(({ post, holder, next }) => [post, holder?.name, next?.name])).toEqual([
    ['p1', '甲', undefined],
    ['p2', '乙', '丙'],
    ['p3', undefined, undefined],
  ])
  expect(unit!.missing.map(({ title }) => title.zh)).toEqual(['填报人'])
  expect(unit!.people.map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁'])
})

test('a post that nobody ever held is there, and nobody’s', () => {
  const [unit] = postsByUnit([row('p', 'liaison', null)], DUTIES, '2026-06-30')

  expect([unit!.posts[0]!.holder, unit!.people, unit!.missing.length]).toEqual([null, [], 3])
})
