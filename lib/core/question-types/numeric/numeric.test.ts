import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { grade } from '../registry'

const area = anItem({ type: 'numeric', key: ['198,500 square kilometres'] })

it.each([
  ['198500', 1],
  ['198 500 square kilometers', 1],
  ['198500 miles', 0],
  ['198501', 0],
])('needs no unit, but not a wrong one: %s earns %d', (text, points) => {
  expect(grade(area, { kind: 'text', texts: [text] })).toMatchObject({ points })
})
