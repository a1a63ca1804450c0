import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { reword } from '../../item/reword'
import { grade } from '../registry'

const town = anItem({ type: 'cloze', stem: 'The town is _____.', key: ['Balykchy'], accepted: [['Rybachye']] })

it('takes the answer, its other spellings and small typos', () => {
  for (const text of ['Balykchy', 'balykchy', 'Rybachye', 'Balikchy'])
    expect(grade(town, { kind: 'text', texts: [text] })).toMatchObject({ points: 1 })
  expect(grade(town, { kind: 'text', texts: ['Karakol'] })).toMatchObject({ points: 0 })
})

it('refuses more texts than its gap, and an answer of another kind', () => {
  expect(grade(town, { kind: 'text', texts: ['a', 'b'] }).kind).toBe('invalid')
  expect(grade(town, { kind: 'multiple', options: ['a'] }).kind).toBe('invalid')
})

it('keeps the spellings of an answer that an author keeps', () => {
  const edited = reword(town, { stem: 'It is _____.', key: ['Balykchy'], wrong: [] })
  expect(edited).toMatchObject({ item: { content: { answer: { accepted: ['Rybachye'] } } } })
})
