import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { WrittenSelection } from '../memory/session/parse-selection'
import { writeSelection } from '../memory/session/selection'
import { readTagName, sameName, tidyName } from './names'

describe('the name of a tag', () => {
  it('loses spaces that nobody sees, and is neither empty nor a sentence', () => {
    expect(readTagName('  big \n rivers ')).toBe('big rivers')
    expect(readTagName(' \t ')).toBeNull()
    expect(readTagName('a'.repeat(41))).toBeNull()
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 60 })])('survives the address of a session', (typed) => {
    const name = readTagName(typed)
    if (!name) return
    const written = new URLSearchParams({ only: writeSelection({ kind: 'tag', name }) ?? '' })
    const read = new URLSearchParams(written.toString()).get('only') ?? undefined
    expect(WrittenSelection.parse(read)).toEqual({ kind: 'tag', name })
  })
})

describe('names in a class', () => {
  it('are the same when only case, spaces or composition differ', () => {
    expect(sameName('Айгүл  Асанова', 'айгүл асанова ')).toBe(true)
    expect(sameName('Zoe\u0308', 'Zoë')).toBe(true)
    expect(sameName('Айгүл', 'Айгул')).toBe(false)
  })

  it('lose control characters and line breaks', () => {
    expect(tidyName(' Emir\n\u0000 Jumabaev\u202e ')).toBe('Emir Jumabaev')
    expect(tidyName(' \u200b\n')).toBe('')
  })
})
