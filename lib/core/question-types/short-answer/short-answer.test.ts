import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { grade } from '../registry'

const list = (...key: string[]) => anItem({ type: 'short-answer', key })
const points = (item: ReturnType<typeof list>, ...texts: string[]) => {
  const score = grade(item, { kind: 'text', texts })
  return score.kind === 'graded' ? score.points : score.kind
}

it('counts an alias as the answer', () => {
  const cis = anItem({ type: 'short-answer', key: ['CIS'], accepted: [['Commonwealth of Independent States']] })
  expect(points(cis, 'the Commonwealth of Independent States')).toBe(1)
  expect(points(cis, 'CSI')).toBe(0)
})

it('takes a list in any order, on one line or several', () => {
  const partners = list('neighbours', 'major powers', 'associations')
  expect(points(partners, 'associations', 'neighbour', 'major powers')).toBe(1)
  expect(points(partners, 'major powers, associations and neighbours')).toBe(1)
  expect(points(partners, 'major powers\nneighbors\n\nassociations')).toBe(1)
  expect(grade(partners, { kind: 'text', texts: ['associations', '', ''] })).toMatchObject({
    correct: false,
    perKey: [false, false, true],
  })
})

it('counts a member that is named twice once', () => expect(points(list('East', 'West'), 'East', 'the East')).toBe(0.5))

it('gives no list to whoever names everything', () => {
  expect(points(list('red', 'blue'), 'red, blue, green, yellow')).toBe(0.5)
})

const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && text !== '')
const members = fc
  .uniqueArray(word, { minLength: 1, maxLength: 6 })
  .chain((key) => fc.shuffledSubarray(key, { minLength: key.length }).map((given) => ({ key, given })))

test.prop([members])('the order of a list’s answers does not matter', ({ key, given }) => {
  expect(points(list(...key), ...given)).toBe(1)
  const half = given.slice(0, Math.ceil(key.length / 2))
  expect(points(list(...key), ...half)).toBe(points(list(...key), ...half.toReversed()))
})
