import { describe, expect, it } from 'vitest'
import { membersOf } from './coordination'
import { tagSentence } from './tagger'

const membersIn = (phrase: string) => {
  const text = `The town of Orla honours ${phrase}.`
  const tokens = tagSentence(text)
  const from = tokens.findIndex(({ lower }) => lower === 'honours') + 1
  return membersOf(tokens, { from, to: tokens.length - 1 }, text)
}

describe('membersOf', () => {
  it.each([
    ['timber, granite, and wool', ['timber', 'granite', 'wool']],
    ['timber, granite and wool', ['timber', 'granite', 'wool']],
    ['the old bridge and the new harbour', ['the old bridge', 'the new harbour']],
  ])('parts “%s”', (phrase, members) => expect(membersIn(phrase)).toEqual(members))

  it.each([
    ['members with a tail that may belong to each', 'rights, freedoms, and interests of citizens'],
    ['a person with two roles', 'French physicist and engineer Augustin Kask'],
    ['a thing and what it is', 'bronze, an alloy of tin and copper'],
  ])('leaves %s whole', (_what, phrase) => expect(membersIn(phrase)).toEqual([]))
})
