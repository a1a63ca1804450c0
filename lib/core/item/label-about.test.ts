import { expect, it } from 'vitest'
import { aboutOf } from './label'

it.each([
  [null, 'Maria Vik', ''],
  [{ title: 'Maria Vik', heading: null }, 'Rivers', 'Maria Vik'],
  [{ title: 'Maria Vik', heading: 'Boats' }, 'Rivers', 'Maria Vik · Boats'],
  [{ title: 'Maria Vik', heading: 'Boats' }, 'Maria Vik', 'Boats'],
  [{ title: 'Who was Maria Vik', heading: null }, 'WHO WAS MARIA VIK?', ''],
])('what %j is about beside “%s” is “%s”', (label, said, about) => {
  expect(aboutOf(label, said)).toBe(about)
})
