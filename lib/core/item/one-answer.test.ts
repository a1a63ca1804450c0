import { describe, expect, it } from 'vitest'
import { type Definitions, isDefinedTwice, noteDefinition } from './one-answer'

const asked = 'How does the text define “aluminium”?'
function told(...sentences: string[]): Definitions {
  const definitions: Definitions = new Map()
  for (const sentence of sentences) noteDefinition(sentence, definitions)
  return definitions
}

describe('what a thing is', () => {
  it('has no one answer where the document says it twice', () => {
    const once = told('Aluminium is a metal in the boron group.', 'The metal is an element.')
    expect(isDefinedTwice(asked, once)).toBe(false)
    noteDefinition('Aluminium (Al) is the chemical element with 13 protons.', once)
    expect(isDefinedTwice(asked, once)).toBe(true)
    expect(isDefinedTwice('Which term does the text define as “a metal”?', once)).toBe(false)
  })

  it('is said once by a sentence with brackets and without', () => {
    const same = told('Aluminium (Al) is a metal (the most common).', 'Aluminium is a metal.')
    expect(isDefinedTwice(asked, same)).toBe(false)
  })
})
