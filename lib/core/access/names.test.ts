import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { WrittenSelection } from '../memory/session/parse-selection'
import { writeSelection } from '../memory/session/selection'
import { readTagName } from './names'

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
